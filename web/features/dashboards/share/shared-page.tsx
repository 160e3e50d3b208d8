import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { Provider } from 'urql'
import { LiveContext } from '../../../lib/live/live-context.ts'
import { VisitorContext } from '../view/use-variable-values.ts'
import { LinkEnded } from './link-ended.tsx'
import { readToken } from './shared-address.ts'
import { SharedView } from './shared-view.tsx'
import { makeVisit } from './visit.ts'

/** A dashboard for somebody who came by a link, without an account. @param status how the connection is, for its header */
export function SharedPage({ status }: { status: ReactNode }) {
  const token = readToken(useSyncExternalStore(onHash, () => window.location.hash))
  if (token === null) return <LinkEnded />
  return <Visited key={token} token={token} status={status} />
}

function Visited({ token, status }: { token: string; status: ReactNode }) {
  const [visit] = useState(() => makeVisit(token))
  const [ended, setEnded] = useState(false)
  useEffect(() => visit.onEnded(() => setEnded(true)), [visit])
  useEffect(() => (ended ? undefined : visit.live.start()), [visit, ended])
  if (ended) return <LinkEnded />
  return (
    <Provider value={visit.client}>
      <LiveContext value={visit.live}>
        <VisitorContext value>
          <SharedView status={status} />
        </VisitorContext>
      </LiveContext>
    </Provider>
  )
}

function onHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
