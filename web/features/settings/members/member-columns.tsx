import type { Role } from '../../../gql/graphql.ts'
import { ActionMenu } from '../../../ui/action-menu.tsx'
import type { Column } from '../../../ui/data-table.tsx'
import { Missing } from '../../../ui/duration.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Select } from '../../../ui/select.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { roles, rolesToGive, roleWords } from '../words.ts'
import type { Member } from './members-query.ts'

interface MemberColumns {
  /** The viewer may change roles and remove people. */
  manages: boolean
  own: { role: Role | null | undefined; id: string | undefined }
  onRole: (member: Member, role: Role) => void
  onRemove: (member: Member) => void
}

/** The columns of the list of members, as the viewer may see and use them. */
export function memberColumns({ manages, own, onRole, onRemove }: MemberColumns): Column<Member>[] {
  // An admin neither makes nor unmakes owners.
  const manageable = (member: Member) => manages && (own.role === 'OWNER' || member.role !== 'OWNER')
  const columns: Column<Member>[] = [
    { title: 'Person', card: 'title', cell: (member) => <Person member={member} isYou={member.id === own.id} /> },
    {
      title: 'Role',
      cell: (member) =>
        manageable(member) ? (
          <Select
            label={`Role of ${member.name}`}
            items={rolesToGive(own.role)}
            value={member.role}
            onChange={(chosen) => {
              const role = roles.find((one) => one === chosen)
              if (role && role !== member.role) onRole(member, role)
            }}
          />
        ) : (
          roleWords[member.role]
        ),
    },
    { title: 'Teams', cell: ({ teams }) => <TeamTags teams={teams} /> },
    { title: 'Second factor', cell: ({ secondFactor }) => (secondFactor ? <Tag tone="good">On</Tag> : <Tag>Off</Tag>) },
    {
      title: 'Last seen',
      cell: ({ lastSeenAt }) => (lastSeenAt ? <RelativeTime at={lastSeenAt} /> : <span className="muted">Never</span>),
    },
  ]
  if (!manages) return columns
  const actionsFor = (member: Member) =>
    manageable(member) ? [{ title: 'Remove', danger: true, run: () => onRemove(member) }] : []
  const actions: Column<Member> = {
    title: 'Actions',
    card: 'corner',
    cell: (member) => <ActionMenu label={`Actions for ${member.name}`} actions={actionsFor(member)} />,
  }
  return [...columns, actions]
}

function Person({ member, isYou }: { member: Member; isYou: boolean }) {
  return (
    <>
      <strong className="settings-name">{member.name}</strong> {isYou ? <Tag tone="accent">You</Tag> : null}
      <span className="settings-sub">{member.email}</span>
    </>
  )
}

function TeamTags({ teams }: { teams: Member['teams'] }) {
  if (teams.length === 0) return <Missing />
  return (
    <span className="tags">
      {teams.map(({ id, name }) => (
        <Tag key={id}>{name}</Tag>
      ))}
    </span>
  )
}
