import './live-indicator.css'
import { useLiveState } from '../lib/live/live-context.ts'
import type { LiveState } from '../lib/live/live-state.ts'

/** Whether what is on the page follows the server at this moment, as a mark and a word. */
export function LiveIndicator() {
  const state = useLiveState()
  return (
    <span className={`live-indicator ${state.status}`} role="status" title={explain(state)} data-testid="live-status">
      <span className="live-mark" aria-hidden="true" />
      {wordFor(state)}
    </span>
  )
}

function wordFor({ status, wasConnected }: LiveState): string {
  if (status === 'live') return 'Live'
  if (status === 'offline') return 'Offline'
  return wasConnected ? 'Reconnecting' : 'Connecting'
}

function explain({ status }: LiveState): string {
  if (status === 'live') return 'Connected: changes appear by themselves.'
  if (status === 'offline') return 'Your browser reports no network. The page reconnects by itself when it is back.'
  return 'The server does not answer at the moment. The page keeps trying and then shows what it missed.'
}
