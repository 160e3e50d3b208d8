import { formatClock, formatRelativeWords, formatTime } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { Tag } from '../../ui/tag.tsx'
import type { Passport } from '../panel.ts'

const LOOK_EVERY_MS = 10_000

interface AsOfProps {
  passport: Pick<Passport, 'asOf' | 'timezone'>
  /** The answer is expected to be no older than this, in milliseconds; null: its age says nothing, as of a range that has passed. */
  expectedWithinMs: number | null
}

/** The moment that an answer is of. One that is older than expected is marked with its age. */
export function AsOf({ passport: { asOf, timezone }, expectedWithinMs }: AsOfProps) {
  const now = useNow(expectedWithinMs === null ? null : LOOK_EVERY_MS)
  const at = Date.parse(asOf)
  const isOld = expectedWithinMs !== null && now - at > expectedWithinMs
  return (
    <time className="panel-as-of numeric" dateTime={asOf} title={`As of ${formatTime(at, timezone)}`}>
      {isOld ? (
        <Tag tone="warning">Data from {formatRelativeWords(at, now)}</Tag>
      ) : (
        <>
          <span className="visually-hidden">As of </span>
          {formatClock(at, timezone)}
        </>
      )}
    </time>
  )
}
