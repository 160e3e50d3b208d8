import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import { decodeCursor, encodeCursor, type PageArgs, readPage, toConnection } from '../../schema/paging.ts'
import { checkStorable, readTextFilter } from '../../schema/text-filter.ts'
import { resolveRange, type TimeRange, TimeRangeInput } from '../../schema/time-range.ts'
import { AuditEvent } from './audit-event.ts'
import { type AuditEventRow, type AuditFilter, type AuditPlace, countAuditEvents, listAuditEvents } from './queries.ts'

const ORDER = 'audit events'

interface Asked {
  text?: string | null
  action?: string | null
  actor?: string | null
  range?: TimeRange | null
}

const AuditFilterInput = builder.inputRef<Asked>('AuditFilter').implement({
  description: 'Which lines of the audit log: those that meet every condition given.',
  fields: (t) => ({
    text: t.string({ description: 'Contained in the subject, the actor or the action, in any case.' }),
    action: t.string({ description: 'With exactly this action.' }),
    actor: t.string({ description: 'By exactly this actor, as `actor` names them.' }),
    range: t.field({ type: TimeRangeInput, description: 'Within this stretch of time.' }),
  }),
})

const AuditEventConnection = builder.connectionObject(
  {
    type: AuditEvent,
    name: 'AuditEventConnection',
    description: 'A page of the audit log.',
    edgesNullable: { list: false, items: false },
    nodeNullable: false,
  },
  { name: 'AuditEventEdge', description: 'A line of the audit log and its place in the list.' },
)

builder.queryField('auditEvents', (t) =>
  t.connection(
    {
      type: AuditEvent,
      description:
        'The audit log, newest first. A page has 50 lines unless another size is asked for, and 500 at most.',
      args: { filter: t.arg({ type: AuditFilterInput, description: 'Which lines. Default: all.' }) },
      edgesNullable: { list: false, items: false },
      nodeNullable: false,
      resolve: (_root, { filter, ...args }, context) => readEvents(context, args, filter ?? {}),
    },
    AuditEventConnection,
  ),
)

async function readEvents(context: Context, args: PageArgs, asked: Asked) {
  const organizationId = organizationFor('audit.read', context)
  const page = readPage(args)
  const filter = readFilter(asked, context.now())
  const rows = await listAuditEvents(context.sql, organizationId, {
    filter,
    after: placeOf(page.after),
    before: placeOf(page.before),
    backward: page.backward,
    limit: page.size + 1,
  })
  const cursorOf = ({ atUs, id }: AuditEventRow) => encodeCursor(ORDER, [atUs, String(id)])
  const totalCount = () => countAuditEvents(context.sql, organizationId, filter)
  return toConnection(rows, { page, cursorOf, totalCount })
}

function readFilter({ text, action, actor, range }: Asked, now: Date): AuditFilter {
  checkStorable(action ?? '', 'filter.action')
  checkStorable(actor ?? '', 'filter.actor')
  return {
    pattern: readTextFilter(text, 'filter.text'),
    action: action ?? null,
    actor: actor ?? null,
    ...(range ? resolveRange(range, now) : { from: null, to: null }),
  }
}

function placeOf(cursor: string | null): AuditPlace | null {
  if (cursor === null) return null
  const isPlace = (place: string[]) => place.length === 2 && place.every((number) => /^\d{1,16}$/.test(number))
  const [atUs, id] = decodeCursor(ORDER, cursor, isPlace)
  return { atUs: atUs!, id: Number(id) }
}
