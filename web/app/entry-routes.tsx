import { useNavigate, useRouteContext, useSearch } from '@tanstack/react-router'
import { InvitationPage } from '../features/invitation/index.ts'
import { ForgotPasswordPage, LinkIncomplete, ResetPasswordPage } from '../features/reset-password/index.ts'
import { tellOtherTabs } from '../lib/other-tabs.ts'
import { session } from './session.ts'

/** Asks for a link to choose a new password. */
export function ForgotPasswordRoute() {
  const { mail } = useRouteContext({ from: '/forgot-password' })
  return <ForgotPasswordPage mail={mail} forgot={session.forgot} />
}

/** Where that link leads. */
export function ResetPasswordRoute() {
  const { token = '' } = useSearch({ from: '/reset-password' })
  if (token === '') return <LinkIncomplete />
  return <ResetPasswordPage reset={(password) => session.reset(token, password)} />
}

/** Where the link of an invitation leads. */
export function InvitationRoute() {
  const { token = '' } = useSearch({ from: '/invitation' })
  const { signedIn } = useRouteContext({ from: '/invitation' })
  const navigate = useNavigate()
  const signInAs = async () => {
    if (signedIn) await session.signOut()
    await navigate({ to: '/sign-in', search: { to: `/invitation?${new URLSearchParams({ token }).toString()}` } })
  }
  const proceed = () => {
    tellOtherTabs()
    void navigate({ to: '/jobs', replace: true })
  }
  return (
    <InvitationPage
      token={token}
      signedIn={signedIn}
      read={session.invitation}
      accept={session.accept}
      onAccepted={proceed}
      onSignInAs={() => void signInAs()}
    />
  )
}
