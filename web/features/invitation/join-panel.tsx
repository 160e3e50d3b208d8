import { useState } from 'react'
import type { Refusal } from '../../lib/auth-request.ts'
import type { Invitation } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { EntryPage } from '../../ui/entry-page.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { InvitationText } from './invitation-text.tsx'

interface JoinPanelProps {
  invitation: Invitation
  signedIn: boolean
  join: () => Promise<Refusal | null>
  onJoined: () => void
  onSignInAs: () => void
}

/** For somebody who has an account: signs in as it first, then joins. */
export function JoinPanel({ invitation, signedIn, join, onJoined, onSignInAs }: JoinPanelProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [joining, setJoining] = useState(false)
  const title = `Join ${invitation.organization}`
  const text = <InvitationText invitation={invitation} />
  const submit = async (event: { preventDefault: () => void }) => {
    event.preventDefault()
    setJoining(true)
    const answer = await join()
    setJoining(false)
    if (answer === null) return onJoined()
    setRefusal(answer)
  }
  if (!signedIn) {
    return (
      <EntryPage title={title} text={<>{text} This address has an account here: sign in with it to join.</>}>
        <Button look="primary" onPress={onSignInAs} autoFocus>
          Sign in
        </Button>
      </EntryPage>
    )
  }
  return (
    <EntryPage title={title} text={text} problem={refusal?.text} onSubmit={(event) => void submit(event)}>
      <SubmitButton label={title} pendingLabel="Joining" isPending={joining} retryAt={refusal?.retryAt} />
      {refusal?.status === 401 ? <Button onPress={onSignInAs}>Sign in as {invitation.email}</Button> : null}
    </EntryPage>
  )
}
