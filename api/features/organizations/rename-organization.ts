import { transaction } from '../../db/transaction.ts'
import { readName } from '../../lib/read-name.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { Organization } from './organization.ts'
import { lockOrganization, updateOrganizationName } from './queries.ts'

builder.mutationField('renameOrganization', (t) =>
  t.field({
    type: Organization,
    description: 'Gives the organization another name.',
    args: { name: t.arg.string({ required: true, description: 'As people call it. At most 100 characters.' }) },
    resolve: (_root, { name }, context) => rename(context, name),
  }),
)

async function rename(context: Context, text: string) {
  const id = organizationFor('organization.manage', context)
  const name = readName('name of the organization', text)
  return transaction(context.sql, async (tx) => {
    const before = await lockOrganization(tx, id)
    await updateOrganizationName(tx, id, name)
    const change = { before: { name: before.name }, after: { name } }
    await recordAudit(tx, actorOf(context), { action: 'organization.renamed', subject: name, ...change })
    return { id, name }
  })
}
