import { createContext, useContext, useSyncExternalStore } from 'react'
import type { LiveConnection } from './live-connection.ts'
import type { LiveState } from './live-state.ts'

/** The live connection of the page, for everything below the provider in `web/app`. */
export const LiveContext = createContext<LiveConnection | null>(null)

/** The live connection. Throws outside the provider: that is a mistake in the program. */
export function useLive(): LiveConnection {
  const live = useContext(LiveContext)
  if (!live) throw new Error('useLive is called outside LiveContext')
  return live
}

/** The state of the live connection; draws again when it changes. */
export function useLiveState(): LiveState {
  const live = useLive()
  return useSyncExternalStore(live.onState, live.state)
}
