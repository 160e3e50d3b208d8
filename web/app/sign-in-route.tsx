import { useRouter, useSearch } from '@tanstack/react-router'
import { SignInPage } from '../features/sign-in/index.ts'
import { ownAddress } from '../lib/own-address.ts'
import { session } from './session.ts'

/** Signs in, and goes on to where one was going. */
export function SignInRoute() {
  const { to } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const proceed = () => router.history.replace(ownAddress(to ?? '/jobs'))
  return <SignInPage signIn={session.signIn} onSignedIn={proceed} />
}
