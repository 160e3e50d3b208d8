import { transaction } from '../../db/transaction.ts'
import { isUuid } from '../../lib/is-uuid.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import { notFound } from '../../schema/errors.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { findAnnotations, markRemoved } from './queries.ts'

builder.mutationField('removeAnnotation', (t) =>
  t.id({
    description: 'Removes an annotation for everyone. Returns its id.',
    args: { id: t.arg.id({ required: true, description: 'Of the annotation.' }) },
    async resolve(_root, { id }, context) {
      await remove(context, id)
      return id
    },
  }),
)

async function remove(context: Context, id: string): Promise<void> {
  const reach = reachFor('annotations.write', context)
  const row = await transaction(context.sql, async (tx) => {
    const isRemoved = isUuid(id) && (await markRemoved(tx, reach, id, context.now()))
    if (!isRemoved) throw notFound('There is no such annotation: look for it in the list of annotations.')
    const [row] = await findAnnotations(tx, reach, [id])
    await recordAudit(tx, actorOf(context), { action: 'annotation.removed', subject: row!.title })
    return row!
  })
  const { startedAt: from, endedAt } = row
  const { organizationId } = reach
  context.changes.publish({ organizationId, dataset: 'annotations', from, to: endedAt ?? from, ids: [id] })
}
