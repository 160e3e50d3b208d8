import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'

interface RecoveryCodesProps {
  codes: readonly string[]
  email: string
  /** The viewer says that they have them. */
  onKept: () => void
}

/** New recovery codes, shown this once: to copy, to download, to print. */
export function RecoveryCodes({ codes, email, onKept }: RecoveryCodesProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const text = `Recovery codes for Tachograph, ${email}\n${window.location.origin}\n\n${codes.join('\n')}\n`
  return (
    <section className="recovery-codes">
      <h3 ref={heading} tabIndex={-1}>
        Recovery codes of {email}
      </h3>
      <p>
        Keep these where you can reach them without your phone. Each lets you in once in place of a code of the app.
        They are shown only now.
      </p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="profile-actions">
        <CopyButton text={text} label="Copy" />
        <Button look="quiet" onPress={() => download(text)}>
          Download
        </Button>
        <Button look="quiet" onPress={() => window.print()}>
          Print
        </Button>
      </div>
      <Button look="primary" onPress={onKept}>
        I have kept them
      </Button>
    </section>
  )
}

function download(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'tachograph-recovery-codes.txt'
  link.click()
  URL.revokeObjectURL(url)
}
