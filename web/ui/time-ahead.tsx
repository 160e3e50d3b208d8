import { formatRelative, formatTime } from '../lib/format-time.ts'
import { useWordsOfNow } from '../lib/use-now.ts'

/** When something ends: how far ahead, or how long ago it was; the moment in full, with its zone, on hover. */
export function TimeAhead({ at }: { at: string }) {
  const moment = Date.parse(at)
  const words = useWordsOfNow((now) => formatRelative(moment, now))
  return (
    <time className="numeric" dateTime={at} title={formatTime(moment)}>
      {words}
    </time>
  )
}
