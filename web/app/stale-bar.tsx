import './stale-bar.css'
import { useSyncExternalStore } from 'react'
import { formatRelativeWords, formatTime } from '../lib/format-time.ts'
import { freshness } from '../lib/live/freshness.ts'
import { useLiveState } from '../lib/live/live-context.ts'
import { useNow } from '../lib/use-now.ts'

// A short break is mended before anyone could act on old data; it is not worth a bar that comes and goes.
const WORTH_SAYING_MS = 3000

/** While the page does not follow the server: how old what it shows is. */
export function StaleBar() {
  const { status } = useLiveState()
  const oldest = useSyncExternalStore(freshness.onNote, freshness.oldest)
  const now = useNow(1000)
  if (status === 'live' || oldest === null || now - oldest < WORTH_SAYING_MS) return null
  return (
    <p className="stale-bar" data-testid="stale-bar">
      {status === 'offline' ? 'Offline.' : 'Reconnecting.'} Showing data from{' '}
      <time dateTime={new Date(oldest).toISOString()} title={formatTime(oldest)}>
        {formatRelativeWords(oldest, now)}
      </time>
      .
    </p>
  )
}
