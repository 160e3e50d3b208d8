import { Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Provider } from 'urql'
import { makeGraphqlClient } from '../lib/graphql-client.ts'
import { makeLiveConnection } from '../lib/live/live-connection.ts'
import { LiveContext } from '../lib/live/live-context.ts'
import { onOtherTab } from '../lib/other-tabs.ts'
import { preloadOthers } from './preload.ts'
import { session } from './session.ts'
import { Shell } from './shell.tsx'

/**
 * Everything that needs a session: the GraphQL client and the live connection live exactly as long as one is signed in,
 * so nothing of one person's stay is left for the next. When the session ends, sign-in returns to where one was.
 */
export function SignedIn() {
  const [client] = useState(() => makeGraphqlClient(session))
  const [live] = useState(() => makeLiveConnection(session))
  const router = useRouter()
  useEffect(() => live.start(), [live])
  useEffect(() => preloadOthers(router), [router])
  // What is on this page belongs to the session before.
  useEffect(() => onOtherTab(() => window.location.assign('/jobs')), [])
  useLeaveWhenSignedOut()
  return (
    <Provider value={client}>
      <LiveContext value={live}>
        <Shell>
          <Outlet />
        </Shell>
      </LiveContext>
    </Provider>
  )
}

function useLeaveWhenSignedOut() {
  const navigate = useNavigate()
  const here = useRouterState({ select: ({ location }) => location.href })
  useEffect(
    () => session.onLost(() => void navigate({ to: '/sign-in', search: { to: here }, replace: true })),
    [navigate, here],
  )
}
