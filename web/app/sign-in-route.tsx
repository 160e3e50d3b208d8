import { useRouteContext, useRouter, useSearch } from '@tanstack/react-router'
import { SignInPage } from '../features/sign-in/index.ts'
import { ownAddress } from '../lib/own-address.ts'
import { session } from './session.ts'

/** Signs in, and goes on to where one was going. */
export function SignInRoute() {
  const { to, problem } = useSearch({ from: '/sign-in' })
  const { providers } = useRouteContext({ from: '/sign-in' })
  const router = useRouter()
  const proceed = () => router.history.replace(ownAddress(to ?? '/jobs'))
  return (
    <SignInPage
      signIn={session.signIn}
      secondFactor={session.secondFactor}
      onSignedIn={proceed}
      providers={providers.map(({ name, url }) => ({ name, url: withTarget(url, to) }))}
      problemCode={problem}
    />
  )
}

/** Where the provider's way ends: the server keeps it until then. */
function withTarget(url: string, to: string | undefined): string {
  return to ? `${url}?${new URLSearchParams({ to }).toString()}` : url
}
