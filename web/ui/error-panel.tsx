import './error-panel.css'
import type { ReactNode } from 'react'
import { describeError, type ErrorWords } from '../lib/describe-error.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { Icon } from './icon.tsx'

/** What happened, in words, with a way to try again and details to copy. It stands in the place of what failed. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return <ProblemPanel {...describeError(error)} onRetry={onRetry} />
}

interface ProblemPanelProps extends Omit<ErrorWords, 'text'> {
  text: ReactNode
  onRetry?: () => void
}

/** The same for what is no error of the page, such as a question that the server cannot answer. */
export function ProblemPanel({ title, text, details, onRetry }: ProblemPanelProps) {
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
