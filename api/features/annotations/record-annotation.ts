import { randomUUID } from 'node:crypto'
import type { Sql } from '../../db/client.ts'
import type { Reach } from '../../db/reach.ts'
import { transaction } from '../../db/transaction.ts'
import { quoted } from '../../lib/nearest.ts'
import { hashedUuid } from '../../lib/hashed-uuid.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import { badInput, notFound } from '../../schema/errors.ts'
import { checkStorable } from '../../schema/text-filter.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { findPipelines } from '../pipelines/index.ts'
import { Annotation } from './annotation.ts'
import { AnnotationInput, type SentAnnotation } from './annotation-input.ts'
import { type AnnotationRow, findAnnotations, upsertAnnotation } from './queries.ts'
import { readAnnotation } from './read-annotation.ts'

builder.mutationField('recordAnnotation', (t) =>
  t.field({
    type: Annotation,
    description:
      'Notes something on the time axis. With an external id it can be sent again: the same changes nothing, and something ' +
      'else takes its place. Needs the scope INGEST.',
    args: { input: t.arg({ type: AnnotationInput, required: true }) },
    resolve: (_root, { input }, context) => record(context, input),
  }),
)

async function record(context: Context, sent: SentAnnotation): Promise<AnnotationRow> {
  const reach = reachFor('annotations.write', context)
  const now = context.now()
  const { row, isWritten } = await transaction(context.sql, async (tx) => {
    const pipelineId = await pipelineIdOf(tx, reach, sent.pipeline)
    const id = sent.externalId?.trim()
      ? hashedUuid(['annotation', reach.organizationId, sent.pipeline ?? null, sent.externalId.trim()])
      : randomUUID()
    const [known] = await findAnnotations(tx, reach, [id])
    const content = readAnnotation(sent, known?.startedAt ?? null, now)
    const written = { id, pipelineId, now, by: nameOf(context) }
    const isWritten = await upsertAnnotation(tx, reach.organizationId, written, content)
    const [row] = await findAnnotations(tx, reach, [id])
    if (isWritten) {
      const action = known && !known.removedAt ? 'annotation.changed' : 'annotation.recorded'
      await recordAudit(tx, actorOf(context), { action, subject: content.title, after: content })
    }
    return { row: row!, isWritten }
  })
  if (isWritten) {
    const { id, startedAt: from, endedAt } = row
    const { organizationId } = reach
    context.changes.publish({ organizationId, dataset: 'annotations', from, to: endedAt ?? from, ids: [id] })
  }
  return row
}

/** The number of the pipeline that it is about; null: the whole organization. */
async function pipelineIdOf(sql: Sql, reach: Reach, key: string | null | undefined): Promise<number | null> {
  if (key == null) {
    if (reach.pipelines) throw badInput('This key is confined to pipelines: name the one that this is about.')
    return null
  }
  checkStorable(key, 'pipeline')
  const [pipeline] = await findPipelines(sql, reach, [key])
  if (!pipeline) throw notFound(`There is no pipeline ${quoted(key)}: look for its id in the list of pipelines.`)
  return pipeline.id
}

function nameOf({ viewer: { user, apiKey } }: Context): string {
  return user?.name ?? `Key "${apiKey?.name}"`
}
