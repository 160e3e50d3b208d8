import './error-panel.css'
import { describeError } from '../lib/describe-error.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { Icon } from './icon.tsx'

/** What happened, in words, with a way to try again and details to copy. It stands in the place of what failed. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, text, details } = describeError(error)
  return (
    <div className="error-panel" role="alert">
      <Icon name="warning" />
      <div className="error-panel-words">
        <h2>{title}</h2>
        <p>{text}</p>
        <div className="error-panel-actions">
          {onRetry ? <Button onPress={onRetry}>Try again</Button> : null}
          <CopyButton text={details} label="Copy details" />
        </div>
      </div>
    </div>
  )
}
