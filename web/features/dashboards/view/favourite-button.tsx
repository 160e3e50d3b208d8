import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ToggleButton } from '../../../ui/toggle-button.tsx'

const SetFavourite = graphql(`
  mutation SetFavouriteDashboard($id: ID!, $favourite: Boolean!) {
    setFavouriteDashboard(id: $id, favourite: $favourite) {
      id
      isFavourite
    }
  }
`)

/** Keeps a dashboard among the viewer's favourites. */
export function FavouriteButton({ id, isFavourite }: { id: string; isFavourite: boolean }) {
  const { run } = useChange(SetFavourite)
  return (
    <ToggleButton icon="star" pressed={isFavourite} onChange={(favourite) => void run({ id, favourite })}>
      Favourite
    </ToggleButton>
  )
}
