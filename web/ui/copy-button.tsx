import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

interface CopyButtonProps {
  text: string
  /** What is copied, as in 'Copy error'. */
  label: string
}

const SAY_FOR_MS = 2000

/** Puts text on the clipboard, and says so for two seconds; where the browser refuses, it says that. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), SAY_FOR_MS)
    return () => clearTimeout(timer)
  }, [said])
  const copy = () =>
    writeClipboard(text).then(
      () => setSaid('Copied'),
      () => setSaid('Copying is not allowed here'),
    )
  return (
    <Button look="quiet" onPress={() => void copy()}>
      <Icon name={said === 'Copied' ? 'check' : 'copy'} />
      <span aria-live="polite">{said ?? label}</span>
    </Button>
  )
}

// On plain http the browser gives no clipboard at all.
async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
