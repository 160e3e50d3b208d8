import './refusal.css'
import { Icon } from './icon.tsx'

/** What was refused, over what it was about, until the next attempt. */
export function Refusal({ text }: { text: string | null }) {
  return (
    <div role="alert">
      {text === null ? null : (
        <div className="refusal">
          <Icon name="warning" />
          <p>{text}</p>
        </div>
      )}
    </div>
  )
}
