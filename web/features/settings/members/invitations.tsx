import { useState } from 'react'
import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { TimeAhead } from '../../../ui/time-ahead.tsx'
import { roleWords } from '../words.ts'
import type { Invitation } from './members-query.ts'

const RevokeInvitation = graphql(`
  mutation RevokeInvitation($id: ID!) {
    revokeInvitation(id: $id) {
      id
    }
  }
`)

/** Invitations that nobody has accepted yet. */
export function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const [revoking, setRevoking] = useState<Invitation | null>(null)
  if (invitations.length === 0) return null
  return (
    <section className="settings-stack" aria-labelledby="open-invitations">
      <h2 id="open-invitations">Open invitations</h2>
      <DataTable label="Open invitations" columns={columns(setRevoking)} rows={invitations} />
      {revoking ? <RevokeDialog invitation={revoking} onClose={() => setRevoking(null)} /> : null}
    </section>
  )
}

function columns(onRevoke: (invitation: Invitation) => void): Column<Invitation>[] {
  return [
    { title: 'E-mail', card: 'title', cell: ({ email }) => email },
    { title: 'Role', cell: ({ role }) => roleWords[role] },
    { title: 'Invited by', cell: ({ invitedBy }) => invitedBy },
    { title: 'Sent', cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
    { title: 'Ends', cell: ({ expiresAt }) => <TimeAhead at={expiresAt} /> },
    {
      title: 'Actions',
      card: 'corner',
      cell: (invitation) => (
        <Button
          look="quiet"
          aria-label={`Revoke the invitation of ${invitation.email}`}
          onPress={() => onRevoke(invitation)}
        >
          Revoke
        </Button>
      ),
    },
  ]
}

function RevokeDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const revoke = useChange(RevokeInvitation)
  return (
    <ConfirmDialog
      title="Revoke invitation"
      verb="Revoke"
      change={revoke}
      onConfirm={() => revoke.run({ id: invitation.id })}
      onClose={onClose}
    >
      The link that was sent to {invitation.email} stops working at once.
    </ConfirmDialog>
  )
}
