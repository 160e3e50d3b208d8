/**
 * What the indicator says. `live`: the server pushes changes and answered lately. `reconnecting`: it does not, and the
 * page keeps trying. `offline`: the browser itself says that there is no network.
 */
export type LiveStatus = 'live' | 'reconnecting' | 'offline'

/** The state of the live connection. Times are milliseconds since 1970. */
export interface LiveState {
  status: LiveStatus
  /** The subscription stands: acknowledged, and not lost since. */
  connected: boolean
  online: boolean
  /** It has stood at least once; before that, the page is connecting, not reconnecting. */
  wasConnected: boolean
  /** How often it has been established anew after a loss. */
  reconnects: number
}

export type LiveEvent = { type: 'connected' } | { type: 'lost' } | { type: 'online' } | { type: 'offline' }

/** The state before anything has happened. */
export function initialLiveState(online: boolean): LiveState {
  return withStatus({ connected: false, online, wasConnected: false, reconnects: 0 })
}

/** The next state. Returns the same object when the event changes nothing, so that nothing is drawn again for it. */
export function nextLiveState(state: LiveState, event: LiveEvent): LiveState {
  switch (event.type) {
    case 'connected':
      if (state.connected) return state
      return withStatus({
        connected: true,
        // A socket that works is better evidence than what the browser believes about its network.
        online: true,
        wasConnected: true,
        reconnects: state.reconnects + (state.wasConnected ? 1 : 0),
      })
    case 'lost':
      return state.connected ? withStatus({ ...state, connected: false }) : state
    case 'online':
      return state.online ? state : withStatus({ ...state, online: true })
    case 'offline':
      return state.online || state.connected ? withStatus({ ...state, online: false, connected: false }) : state
  }
}

function withStatus(state: Omit<LiveState, 'status'>): LiveState {
  const status = !state.online ? 'offline' : state.connected ? 'live' : 'reconnecting'
  return { ...state, status }
}
