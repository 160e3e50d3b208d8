import { formatDuration } from '../lib/format.ts'
import { useSecondsUntil } from '../lib/use-seconds-until.ts'
import { Button } from './button.tsx'

interface SubmitButtonProps {
  /** What it does, as a verb: 'Sign in'. */
  label: string
  /** What it is doing: 'Signing in'. */
  pendingLabel: string
  isPending: boolean
  /** `plain` where a page has several forms: none is the one thing to do. */
  look?: 'primary' | 'plain' | 'danger'
  /** Not before this moment, in milliseconds since 1970: the server asked for a pause. */
  retryAt?: number | null
}

/** The one button of a form. While the server wants a pause, it says for how long. */
export function SubmitButton({ label, pendingLabel, isPending, look = 'primary', retryAt }: SubmitButtonProps) {
  const seconds = useSecondsUntil(retryAt)
  return (
    <Button type="submit" look={look} isPending={isPending} isDisabled={seconds > 0}>
      {seconds > 0 ? `Try again in ${formatDuration(seconds * 1000)}` : isPending ? pendingLabel : label}
    </Button>
  )
}
