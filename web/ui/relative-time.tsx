import { formatRelative, formatTime } from '../lib/format-time.ts'
import { useWordsOfNow } from '../lib/use-now.ts'

/** How long ago a moment is, kept true by itself; the moment in full, with its zone, on hover. */
export function RelativeTime({ at }: { at: string }) {
  const moment = Date.parse(at)
  // A clock behind the server's must not say that something lies ahead.
  const words = useWordsOfNow((now) => formatRelative(moment, Math.max(now, moment)))
  return (
    <time className="numeric" dateTime={at} title={formatTime(moment)}>
      {words}
    </time>
  )
}
