import { transaction } from '../../db/transaction.ts'
import { hashToken } from '../../lib/tokens.ts'
import { UserError } from '../../lib/user-error.ts'
import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { notFound } from '../../schema/errors.ts'
import { readId } from '../../schema/read-id.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { askerFor, authorOf } from './asker.ts'
import { workOnDashboard } from './change-dashboard.ts'
import { findDashboard } from './queries/dashboards.ts'
import { insertLink, type LinkRow, lockLink, selectLinks, updateRevoked } from './queries/links.ts'
import { ShareLink } from './share-link.ts'

/** The list has no pages. */
const MOST_LINKS = 100

interface CreatedLink {
  token: string
  link: LinkRow
}

const CreatedShareLink = builder.objectRef<CreatedLink>('CreatedShareLink').implement({
  description: 'A new link.',
  fields: (t) => ({
    token: t.exposeString('token', {
      description:
        'What the address of the link ends with: whoever comes shows it as `Authorization: Bearer`. It is told only now.',
    }),
    link: t.expose('link', { type: ShareLink }),
  }),
})

builder.mutationFields((t) => ({
  createShareLink: t.field({
    type: CreatedShareLink,
    description:
      'Makes a link by which anybody who has it sees a dashboard, without an account, and can change nothing.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the dashboard.' }),
      expiresAt: t.arg({ type: 'DateTime', description: 'When it ends by itself. Default: never.' }),
    },
    resolve: (_root, { id, expiresAt }, context) => create(context, id, expiresAt ?? null),
  }),
  revokeShareLink: t.field({
    type: ShareLink,
    description: 'Ends a link at once, for those who look at the dashboard by it too. It cannot be undone.',
    args: { id: t.arg.id({ required: true, description: 'Of the link.' }) },
    resolve: (_root, { id }, context) => revoke(context, readId(id)),
  }),
}))

function create(context: Context, id: string, expiresAt: Date | null): Promise<CreatedLink> {
  const now = context.now()
  if (expiresAt && expiresAt <= now) throw new UserError('The link would have ended already.')
  return workOnDashboard(context, id, async (sql, { title }, organizationId) => {
    if ((await selectLinks(sql, organizationId, [id])).length >= MOST_LINKS) {
      throw new UserError(`The dashboard has ${MOST_LINKS} links, which is the most: revoke one first.`)
    }
    const token = context.tokens.make('share')
    const createdBy = authorOf(context.viewer)
    const tokenHash = hashToken(token)
    const link = await insertLink(sql, organizationId, {
      dashboardId: id,
      tokenHash,
      createdBy,
      createdAt: now,
      expiresAt,
    })
    const after = { id, link: link.id, expiresAt: expiresAt?.toISOString() ?? null }
    await recordAudit(sql, actorOf(context), { action: 'dashboard.link-created', subject: title, after })
    return { token, link }
  })
}

function revoke(context: Context, id: number): Promise<LinkRow> {
  const asker = askerFor('dashboards.edit', context)
  const { organizationId } = asker
  return transaction(context.sql, async (sql) => {
    const link = await lockLink(sql, organizationId, id)
    const dashboard = link && (await findDashboard(sql, asker, link.dashboardId))
    if (!dashboard) throw notFound('There is no such link.')
    if (link.revokedAt) return link
    const revoked = await updateRevoked(sql, organizationId, { id, revokedAt: context.now() })
    const before = { id: dashboard.id, link: id }
    await recordAudit(sql, actorOf(context), { action: 'dashboard.link-revoked', subject: dashboard.title, before })
    return revoked
  })
}
