import { transaction } from '../../db/transaction.ts'
import { UserError } from '../../lib/user-error.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import { notFound } from '../../schema/errors.ts'
import { readId } from '../../schema/read-id.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { discover } from './discover.ts'
import { IdentityProvider } from './identity-provider.ts'
import { IdentityProviderChanges, IdentityProviderInput } from './provider-input.ts'
import * as queries from './queries.ts'
import { readSettings, type SettingsInput } from './read-settings.ts'

const MOST_PROVIDERS = 20

builder.mutationField('createIdentityProvider', (t) =>
  t.field({
    type: IdentityProvider,
    description: 'Connects a service that people of the organization sign in with.',
    args: { input: t.arg({ type: IdentityProviderInput, required: true, description: 'The service.' }) },
    resolve: (_root, { input }, context) => create(context, input),
  }),
)

builder.mutationField('updateIdentityProvider', (t) =>
  t.field({
    type: IdentityProvider,
    description: 'Changes how people sign in with a service.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the identity provider.' }),
      input: t.arg({ type: IdentityProviderChanges, required: true, description: 'What to change.' }),
    },
    resolve: (_root, { id, input }, context) => update(context, readId(id), input),
  }),
)

builder.mutationField('deleteIdentityProvider', (t) =>
  t.id({
    description: 'Disconnects a service: sessions that began with it end. People stay members.',
    args: { id: t.arg.id({ required: true, description: 'Of the identity provider.' }) },
    resolve: (_root, { id }, context) => remove(context, readId(id)),
  }),
)

async function create(context: Context, input: SettingsInput): Promise<queries.ProviderRow> {
  const organizationId = organizationFor('providers.manage', context)
  const settings = readSettings(input, context.seal)
  await discover(settings.issuer, context.fetch)
  return transaction(context.sql, async (tx) => {
    if ((await queries.countProviders(tx, organizationId)) >= MOST_PROVIDERS) {
      throw new UserError(`There are ${MOST_PROVIDERS} identity providers, which is the most: delete one first.`)
    }
    const made = await queries.insertProvider(tx, organizationId, settings)
    if (!made) throw nameTaken(settings.name)
    await recordAudit(tx, actorOf(context), { action: 'provider.created', subject: made.name, after: describe(made) })
    return made
  })
}

async function update(context: Context, id: number, input: SettingsInput): Promise<queries.ProviderRow> {
  const organizationId = organizationFor('providers.manage', context)
  const asked = await queries.selectProvider(context.sql, organizationId, id)
  if (!asked) throw missing()
  // Not when it is only switched off, for example: it may not answer any more.
  const { issuer } = readSettings(input, context.seal, asked)
  if (input.issuer != null) await discover(issuer, context.fetch)
  return transaction(context.sql, async (tx) => {
    const before = await queries.lockProvider(tx, organizationId, id)
    if (!before) throw missing()
    const settings = readSettings(input, context.seal, before)
    const others = await queries.selectProviders(tx, organizationId)
    if (others.some((other) => other.id !== id && other.name === settings.name)) throw nameTaken(settings.name)
    const after = (await queries.updateProvider(tx, organizationId, id, settings))!
    const isMoved = after.issuer !== before.issuer
    // The same subject is somebody else there.
    if (isMoved) await queries.deleteIdentities(tx, organizationId, id)
    if (isMoved || !after.enabled) await queries.deleteSessionsOfProvider(tx, organizationId, id)
    const secret = input.clientSecret === undefined ? {} : { clientSecret: 'changed' }
    await recordAudit(tx, actorOf(context), {
      action: 'provider.changed',
      subject: after.name,
      before: describe(before),
      after: { ...describe(after), ...secret },
    })
    return after
  })
}

async function remove(context: Context, id: number): Promise<string> {
  const organizationId = organizationFor('providers.manage', context)
  await transaction(context.sql, async (tx) => {
    const before = await queries.lockProvider(tx, organizationId, id)
    if (!before) throw missing()
    await queries.deleteProvider(tx, organizationId, id)
    await recordAudit(tx, actorOf(context), {
      action: 'provider.deleted',
      subject: before.name,
      before: describe(before),
    })
  })
  return String(id)
}

/** For the audit log: everything but the secret. */
function describe({ organizationId: _, id: _id, createdAt: _at, clientSecret, ...settings }: queries.ProviderRow) {
  return { ...settings, hasClientSecret: clientSecret !== null }
}

function missing() {
  return notFound('There is no such identity provider.')
}

function nameTaken(name: string): UserError {
  return new UserError(`There is an identity provider "${name}" already. Choose another name.`)
}
