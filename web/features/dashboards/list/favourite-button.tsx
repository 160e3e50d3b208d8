import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'

interface FavouriteButtonProps {
  /** Of the dashboard. */
  title: string
  isFavourite: boolean
  onPress: () => void
}

/** A star, full for a favourite of the viewer. */
export function FavouriteButton({ title, isFavourite, onPress }: FavouriteButtonProps) {
  return (
    <Button
      look="quiet"
      square
      className="favourite-button"
      aria-label={`Favourite: ${title}`}
      aria-pressed={isFavourite}
      onPress={onPress}
    >
      <Icon name="star" />
    </Button>
  )
}
