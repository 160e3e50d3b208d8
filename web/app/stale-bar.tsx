import './stale-bar.css'
import { useSyncExternalStore } from 'react'
import { formatRelativeWords, formatTime } from '../lib/format-time.ts'
import { freshness } from '../lib/live/freshness.ts'
import { useLiveState } from '../lib/live/live-context.ts'
import type { LiveStatus } from '../lib/live/live-state.ts'
import { useNow } from '../lib/use-now.ts'
import { Button } from '../ui/button.tsx'

// A short break is mended before anyone could act on old data; it is not worth a bar that comes and goes.
const WORTH_SAYING_MS = 5000

/** While the page does not follow the server, or a refresh failed: how old what it shows is. */
export function StaleBar() {
  const { status } = useLiveState()
  const { oldest, failed } = useSyncExternalStore(freshness.onNote, freshness.summary)
  const now = useNow(1000)
  if ((status === 'live' && !failed) || oldest === null || now - oldest < WORTH_SAYING_MS) return null
  return (
    <div className="stale-bar" data-testid="stale-bar">
      <span>
        {reason(status)} Showing data from{' '}
        <time dateTime={new Date(oldest).toISOString()} title={formatTime(oldest)}>
          {formatRelativeWords(oldest, now)}
        </time>
        .
      </span>
      {status === 'live' ? (
        <Button look="quiet" onPress={freshness.retry}>
          Try again
        </Button>
      ) : null}
    </div>
  )
}

function reason(status: LiveStatus): string {
  if (status === 'offline') return 'Offline.'
  return status === 'reconnecting' ? 'Reconnecting.' : 'Refreshing failed.'
}
