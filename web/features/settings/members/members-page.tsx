import { useState } from 'react'
import { graphql } from '../../../gql/index.ts'
import type { Role } from '../../../gql/graphql.ts'
import { formatCount } from '../../../lib/format.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Answered } from '../answered.tsx'
import { ListSkeleton } from '../list-skeleton.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { useViewer } from '../settings-viewer.ts'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { memberColumns } from './member-columns.tsx'
import { MembersQuery, type Member } from './members-query.ts'

const ChangeMemberRole = graphql(`
  mutation ChangeMemberRole($userId: ID!, $role: Role!) {
    changeMemberRole(userId: $userId, role: $role) {
      id
      role
    }
  }
`)

const RemoveMember = graphql(`
  mutation RemoveMember($userId: ID!) {
    removeMember(userId: $userId)
  }
`)

/** Who belongs to the organization, in which role, and who has been invited. */
export function MembersPage() {
  return (
    <SettingsPage section="/settings/members">
      <Members />
    </SettingsPage>
  )
}

function Members() {
  const { may, role, user } = useViewer()
  const manages = may('members.manage')
  const answer = useAnswer(MembersQuery, { invitations: manages })
  const changeRole = useChange(ChangeMemberRole)
  const [inviting, setInviting] = useState(false)
  const [removing, setRemoving] = useState<Member | null>(null)
  const columns = memberColumns({
    manages,
    own: { role, id: user?.id },
    onRole: (member: Member, chosen: Role) => void changeRole.run({ userId: member.id, role: chosen }),
    onRemove: setRemoving,
  })
  return (
    <>
      <Refusal text={changeRole.problem} />
      <Answered answer={answer} skeleton={<ListSkeleton columns={columns} />}>
        {({ members, invitations }) => (
          <div className="settings-stack">
            <div className="settings-bar">
              <p className="muted">{formatCount(members.length, 'member')}</p>
              {manages ? (
                <Button look="primary" onPress={() => setInviting(true)}>
                  Invite someone
                </Button>
              ) : null}
            </div>
            <DataTable label="Members" columns={columns} rows={members} stale={answer.stale} />
            {invitations ? <Invitations invitations={invitations} /> : null}
          </div>
        )}
      </Answered>
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
      {removing ? <RemoveDialog member={removing} onClose={() => setRemoving(null)} /> : null}
    </>
  )
}

function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const remove = useChange(RemoveMember)
  return (
    <ConfirmDialog
      title={`Remove ${member.name}`}
      verb="Remove"
      change={remove}
      onConfirm={() => remove.run({ userId: member.id })}
      onClose={onClose}
    >
      {member.name} ({member.email}) can see nothing of this organization from then on, and leaves its teams. What they
      did stays in the audit log. Keys that they made go on working: revoke them under API keys.
    </ConfirmDialog>
  )
}
