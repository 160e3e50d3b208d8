import './copy-text.css'
import { CopyButton } from './copy-button.tsx'

interface CopyTextProps {
  /** What it is, as in 'Sign-in link'. */
  label: string
  text: string
  /** On the button. */
  copy?: string
}

/** A text to be used elsewhere, in full, with a button that copies it. */
export function CopyText({ label, text, copy = 'Copy' }: CopyTextProps) {
  return (
    <div className="copy-text">
      <div className="copy-text-head">
        <span className="field-label">{label}</span>
        <CopyButton text={text} label={copy} />
      </div>
      {/* It may be wider than its place, so the keyboard must be able to scroll it. */}
      <pre tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
    </div>
  )
}
