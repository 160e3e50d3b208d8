import { COPIED, copyText } from '../lib/copy-text.ts'
import { useSaid } from '../lib/use-said.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

interface CopyButtonProps {
  text: string
  /** What is copied, as in 'Copy error'. */
  label: string
}

/** Puts text on the clipboard, and says so for two seconds; where the browser refuses, it says that. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [said, say] = useSaid()
  return (
    <Button look="quiet" onPress={() => void copyText(text).then(say)}>
      <Icon name={said === COPIED ? 'check' : 'copy'} />
      <span aria-live="polite">{said ?? label}</span>
    </Button>
  )
}
