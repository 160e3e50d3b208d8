import { useNavigate } from '@tanstack/react-router'
import { SetupPage } from '../features/setup/index.ts'
import { session } from './session.ts'

/** Makes the first organization; one is signed in then. */
export function SetupRoute() {
  const navigate = useNavigate()
  return <SetupPage setUp={session.setUp} onReady={() => void navigate({ to: '/jobs', replace: true })} />
}
