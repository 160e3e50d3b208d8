import './error-text.css'

/** What a job said when it broke, as it said it: its own lines kept, long ones wrapped. */
export function ErrorText({ text }: { text: string }) {
  return (
    <pre className="error-text" tabIndex={0} aria-label="Error text">
      {text}
    </pre>
  )
}
