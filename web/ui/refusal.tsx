import './refusal.css'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** What was refused, over what it was about, until it is closed or the next attempt goes well. */
export function Refusal({ text, onClose }: { text: string | null; onClose: () => void }) {
  return (
    <div role="alert">
      {text === null ? null : (
        <div className="refusal">
          <Icon name="warning" />
          <p>{text}</p>
          <Button look="quiet" square aria-label="Close" onPress={onClose}>
            <Icon name="close" />
          </Button>
        </div>
      )}
    </div>
  )
}
