import { formatTime } from '../../../lib/format-time.ts'
import type { Column } from '../../../ui/data-table.tsx'
import { Missing } from '../../../ui/duration.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { AuditEvent } from './audit-query.ts'

/** The columns of the log. */
export const auditColumns: readonly Column<AuditEvent>[] = [
  { title: 'What', card: 'title', cell: ({ action, subject }) => <What action={action} subject={subject} /> },
  { title: 'Who', cell: ({ actor, actorKind }) => <Who actor={actor} kind={actorKind} /> },
  { title: 'From', cell: ({ address }) => (address ? <span className="numeric">{address}</span> : <Missing />) },
  {
    title: 'When',
    cell: ({ at }) => (
      <time className="numeric" dateTime={at}>
        {formatTime(Date.parse(at))}
      </time>
    ),
  },
]

function What({ action, subject }: Pick<AuditEvent, 'action' | 'subject'>) {
  return (
    <>
      <code className="settings-name">{action}</code>
      <span className="settings-sub">{subject}</span>
    </>
  )
}

function Who({ actor, kind }: { actor: string; kind: AuditEvent['actorKind'] }) {
  if (kind === 'PERSON') return actor
  return (
    <>
      {actor} <Tag>{kind === 'KEY' ? 'Key' : 'System'}</Tag>
    </>
  )
}
