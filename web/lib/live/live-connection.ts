import type { AnyVariables } from 'urql'
import { graphql } from '../../gql/index.ts'
import type { Session } from '../session.ts'
import { backoffMs } from './backoff.ts'
import { follow, type Feed } from './follow.ts'
import { initialLiveState, nextLiveState, type LiveEvent, type LiveState } from './live-state.ts'
import { openSocket, socketAddress } from './socket.ts'
import { makeWaiter, type Waiter } from './waiter.ts'
import { watchBrowser } from './watch-browser.ts'
import { watch, type Watched } from './watch.ts'
import { makeWatchers, type Watchers } from './watchers.ts'

/** The datasets whose changes the page follows. */
export type LiveDataset = 'jobs' | 'insights'

/** The page's one live connection: what state it is in, and what has changed. */
export interface LiveConnection {
  state(): LiveState
  /** Calls `listener` when the state changes, until the returned function is called. */
  onState(listener: () => void): () => void
  /**
   * Calls `listener` whenever data of the dataset may differ from what was read before: on a change, and after every
   * reconnect, since changes may have gone by unheard.
   */
  onChange(dataset: LiveDataset, listener: () => void): () => void
  /** Watches a subscription that carries data, through every reconnect, until the returned function is called. */
  watch<Data, Variables extends AnyVariables>(watched: Watched<Data, Variables>): () => void
  /** Connects, and keeps connecting until the returned function is called. */
  start(): () => void
}

// The server begins to listen a moment after it acknowledged; a second look then closes the gap between the two.
const SECOND_LOOK_MS = 1500
const DOUBTFUL_AFTER_MS = 20_000
const REFUSED_WITHIN_MS = 1500

const DATASET_CHANGED = graphql(`
  subscription DatasetChanged {
    datasetChanged(datasets: ["jobs"]) {
      dataset
    }
  }
`)

const INSIGHT_CHANGED = graphql(`
  subscription InsightChanged {
    insightChanged(filter: { dismissed: null }) {
      id
    }
  }
`)

/**
 * Makes the connection; it does nothing until started. Retries for ever, at once when the network or the viewer returns.
 * @param token of who came by a link: they are not told of datasets, and watch what the link is for
 */
export function makeLiveConnection(session: Pick<Session, 'check'>, token: string | null = null): LiveConnection {
  let state = initialLiveState(navigator.onLine)
  const stateListeners = new Set<() => void>()
  const changeListeners = new Map<LiveDataset, Set<() => void>>()
  const watchers = makeWatchers()

  function dispatch(event: LiveEvent) {
    const next = nextLiveState(state, event)
    if (next === state) return
    const stands = next.connected && !state.connected
    const cameBack = next.reconnects > state.reconnects
    state = next
    for (const listener of stateListeners) listener()
    if (cameBack) announceAll()
    if (stands) setTimeout(announceAll, SECOND_LOOK_MS)
  }

  function announce(dataset: LiveDataset) {
    for (const listener of changeListeners.get(dataset) ?? []) listener()
  }

  function announceAll() {
    for (const dataset of changeListeners.keys()) announce(dataset)
  }

  return {
    state: () => state,
    onState(listener) {
      stateListeners.add(listener)
      return () => stateListeners.delete(listener)
    },
    onChange(dataset, listener) {
      const listeners = changeListeners.get(dataset) ?? new Set()
      changeListeners.set(dataset, listeners.add(listener))
      return () => listeners.delete(listener)
    },
    watch: (watched) => watchers.add((client) => watch(client, watched)),
    start: () => connect({ session, token, watchers, dispatch, announce }),
  }
}

interface Wiring {
  session: Pick<Session, 'check'>
  token: string | null
  watchers: Watchers
  dispatch: (event: LiveEvent) => void
  announce: (dataset: LiveDataset) => void
}

function connect({ session, token, watchers, dispatch, announce }: Wiring): () => void {
  const waiter = makeWaiter()
  const stopping = new AbortController()
  // An old socket may report its end after a new one stands: what comes from a stopped one is not heard.
  const tell = (event: LiveEvent) => stopping.signal.aborted || dispatch(event)

  // A server that refuses the subscription acknowledges the connection all the same, and the protocol has no word for
  // "you are subscribed": after a refusal, only silence for a while is taken for being live.
  let refused = false
  let settling: ReturnType<typeof setTimeout> | undefined
  const lost = () => {
    clearTimeout(settling)
    tell({ type: 'lost' })
  }

  const socket = openSocket(socketAddress(), token, {
    alive() {
      if (refused) settling = setTimeout(() => tell({ type: 'connected' }), REFUSED_WITHIN_MS)
      else tell({ type: 'connected' })
    },
    lost,
    async beforeRetry(attempt) {
      // A refused upgrade looks like a lost network to the browser; only asking tells whether one is still signed in.
      if (attempt > 0) void session.check()
      await waiter.wait(backoffMs(attempt, Math.random()))
    },
  })

  const tryNow = () => {
    socket.client.terminate()
    // The wait for the next attempt begins after the socket's end has been dealt with.
    setTimeout(() => waiter.wake(), 0)
  }
  const stopWatching = watchBrowser({
    offline: () => tell({ type: 'offline' }),
    online() {
      tell({ type: 'online' })
      tryNow()
    },
    visible() {
      waiter.wake()
      if (socket.silentForMs() > DOUBTFUL_AFTER_MS) tryNow()
    },
  })

  const ends = [stopWatching, watchers.run(socket.client)]
  const feed = { client: socket.client, signal: stopping.signal }
  if (token === null) {
    followDatasets(feed, waiter, {
      changed(dataset) {
        if (dataset === 'jobs') refused = false
        announce(dataset)
      },
      refused() {
        refused = true
        lost()
        void session.check()
      },
    })
  }

  return () => {
    dispatch({ type: 'lost' })
    stopping.abort()
    for (const end of ends) end()
    waiter.wake()
    void socket.client.dispose()
  }
}

interface DatasetEvents {
  changed: (dataset: LiveDataset) => void
  /** The subscription of the jobs ended though nobody asked: it alone tells whether the connection stands. */
  refused: () => void
}

/** Follows the jobs, and the insights beside them. */
function followDatasets(feed: Feed, waiter: Waiter, { changed, refused }: DatasetEvents): void {
  const pause = (attempt: number) => waiter.wait(backoffMs(attempt, Math.random()))
  void follow(feed, DATASET_CHANGED, {
    changed: () => changed('jobs'),
    async ended(attempt) {
      refused()
      await pause(attempt)
    },
  })
  void follow(feed, INSIGHT_CHANGED, {
    changed: () => changed('insights'),
    async ended(attempt) {
      // More changed at once than is told one by one.
      changed('insights')
      await pause(attempt)
    },
  })
}
