import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor, reachFor } from '../../schema/context.ts'
import { badInput, forbidden, notFound } from '../../schema/errors.ts'
import { checkStorable } from '../../schema/text-filter.ts'
import { updateDismissed, upsertFeedback } from './queries/feedback.ts'
import { Insight } from './insight.ts'
import { findInsights, type InsightRow } from './queries/insights.ts'
import { isUuid } from '../../lib/is-uuid.ts'

const LONGEST_COMMENT = 2_000

builder.mutationFields((t) => ({
  giveInsightFeedback: t.field({
    type: Insight,
    description:
      'Says whether an insight is useful, in place of what the same person said before. Without both it is taken back. It is counted ' +
      'for the method that found it.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the insight.' }),
      useful: t.arg.boolean({ description: 'Whether it was of use.' }),
      comment: t.arg.string({ description: 'At most 2,000 characters. Everyone in the organization reads it.' }),
    },
    resolve: (_root, { id, useful, comment }, context) => {
      const { user } = context.viewer
      if (!user) throw forbidden('Only people can say what they think of an insight: a key can dismiss it.')
      const said = { userId: user.id, useful: useful ?? null, comment: readComment(comment) }
      return change(context, id, (insightId, organizationId) =>
        upsertFeedback(context.sql, organizationId, { ...said, insightId, givenAt: context.now() }),
      )
    },
  }),
  dismissInsight: t.field({
    type: Insight,
    description: 'Puts an insight aside, for everyone in the organization, or back.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the insight.' }),
      dismissed: t.arg.boolean({ defaultValue: true, description: 'False: it is put back.' }),
    },
    resolve: (_root, { id, dismissed }, context) => {
      const { user, apiKey } = context.viewer
      const by = user?.name ?? (apiKey && `Key "${apiKey.name}"`)
      const mark = (dismissed ?? true) ? { at: context.now(), by } : { at: null, by: null }
      return change(context, id, (insightId, organizationId) =>
        updateDismissed(context.sql, organizationId, { id: insightId, ...mark }),
      )
    },
  }),
}))

type Write = (insightId: string, organizationId: number) => Promise<void>

/** Writes something about an insight that the caller can see, tells whoever watches, and returns it as it is then. */
async function change(context: Context, id: string, write: Write): Promise<InsightRow> {
  const organizationId = organizationFor('insights.judge', context)
  const reach = reachFor('metrics.read', context)
  const find = async () => (isUuid(id) ? (await findInsights(context.sql, reach, [id]))[0] : undefined)
  if (!(await find())) throw notFound('There is no such insight: look for it in the list of insights.')
  await write(id, organizationId)
  const now = context.now()
  context.changes.publish({ organizationId, dataset: 'insights', from: now, to: now, ids: [id] })
  return (await find())!
}

function readComment(comment: string | null | undefined): string | null {
  const text = comment?.trim() || null
  if (text !== null && text.length > LONGEST_COMMENT) {
    throw badInput(`"comment" has ${text.length} characters. Write ${LONGEST_COMMENT.toLocaleString('en')} at most.`)
  }
  checkStorable(text ?? '', 'comment')
  return text
}
