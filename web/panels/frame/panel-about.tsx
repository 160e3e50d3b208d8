import { Dialog } from 'react-aria-components/Dialog'
import type { PopupPlace } from '../../ui/opener.tsx'
import { Popup } from '../../ui/popup.tsx'

interface PanelAboutProps {
  place: PopupPlace
  title: string
  description: string
}

/** What a panel is about, in the words of whoever made it. */
export function PanelAbout({ place, title, description }: PanelAboutProps) {
  return (
    <Popup place={place} label={`About ${title}`} side="start">
      <Dialog className="panel-about" aria-label={`About ${title}`}>
        <p>{description}</p>
      </Dialog>
    </Popup>
  )
}
