import { formatRelative, formatTime } from '../lib/format-time.ts'
import { useNow } from '../lib/use-now.ts'

/** How long ago a moment is, kept true by itself; the moment in full, with its zone, on hover. */
export function RelativeTime({ at }: { at: string }) {
  const now = useNow(5000)
  const moment = Date.parse(at)
  return (
    <time className="numeric" dateTime={at} title={formatTime(moment)}>
      {formatRelative(moment, Math.max(now, moment))}
    </time>
  )
}
