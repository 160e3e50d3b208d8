import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Refusal } from '../../lib/auth-request.ts'
import type { AcceptInput, Invitation } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { EntryPage } from '../../ui/entry-page.tsx'
import { AfterAMoment, SkeletonBar } from '../../ui/skeleton.tsx'
import { JoinPanel } from './join-panel.tsx'
import { NewAccountForm } from './new-account-form.tsx'

interface InvitationPageProps {
  token: string
  signedIn: boolean
  read: (token: string) => Promise<Invitation | Refusal>
  accept: (input: AcceptInput) => Promise<Refusal | null>
  onAccepted: () => void
  /** Ends the session of somebody else, and comes back here by the sign-in page. */
  onSignInAs: () => void
}

/** Where the link of an invitation leads: says what for, and takes those in who want to. */
export function InvitationPage({ token, signedIn, read, accept, onAccepted, onSignInAs }: InvitationPageProps) {
  const [attempt, setAttempt] = useState(0)
  const [found, setFound] = useState<Invitation | Refusal | null>(null)
  useEffect(() => {
    let here = true
    void read(token).then((answer) => here && setFound(answer))
    return () => {
      here = false
    }
  }, [token, read, attempt])

  if (found === null) return <Reading />
  if (!('organization' in found)) return <NotOpen refusal={found} onRetry={() => setAttempt(attempt + 1)} />
  if (found.accountExists) {
    return (
      <JoinPanel
        invitation={found}
        signedIn={signedIn}
        join={() => accept({ token })}
        onJoined={onAccepted}
        onSignInAs={onSignInAs}
      />
    )
  }
  return (
    <NewAccountForm
      invitation={found}
      signedIn={signedIn}
      accept={(input) => accept({ token, ...input })}
      onAccepted={onAccepted}
    />
  )
}

function Reading() {
  return (
    <EntryPage title="Invitation">
      <AfterAMoment>
        <SkeletonBar width="80%" />
        <SkeletonBar height={32} />
      </AfterAMoment>
    </EntryPage>
  )
}

// The server tells an expired invitation from one that never was as little as from one that was withdrawn.
function NotOpen({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  if (refusal.status !== 404 && refusal.status !== 400) {
    return (
      <EntryPage title="Invitation" problem={refusal.text}>
        <Button onPress={onRetry}>Try again</Button>
      </EntryPage>
    )
  }
  return (
    <EntryPage
      title="This invitation is not open any more"
      text="It has expired, was withdrawn, or somebody has accepted it already. If that was you, sign in; otherwise ask the person who invited you for a new one."
    >
      <Link to="/sign-in" className="button">
        Sign in
      </Link>
    </EntryPage>
  )
}
