import { randomBytes } from 'node:crypto'
import type { GraphQLSchema } from 'graphql'
import type { Sql } from '../db/client.ts'
import { hashPassword } from '../features/people/index.ts'
import type { Tokens } from '../lib/tokens.ts'
import { UserError } from '../lib/user-error.ts'
import { planCanaries } from './canary.ts'
import { makeStem } from './canary-terms.ts'
import { makeClient } from './client.ts'
import { rootFieldsOf } from './documents.ts'
import { EXPECTED_FIELDS, EXPECTED_ROUTES } from './expected-access.ts'
import { type Finding, type Findings, makeFindings } from './findings.ts'
import { checkInside, checkRemoved } from './inside.ts'
import { probeAccess, probeNobody } from './probe-access.ts'
import { probeBackground } from './probe-background.ts'
import { probeLinks } from './probe-links.ts'
import { probeLive } from './probe-live.ts'
import { probeLimits, probeMutations } from './probe-mutations.ts'
import { probeProviders } from './probe-providers.ts'
import { probeReads } from './probe-reads.ts'
import { probeRoutes } from './probe-routes.ts'
import { probeUse } from './probe-use.ts'
import { removeAll, selectTenantTables } from './queries.ts'
import { Enough, reset, type Run } from './run.ts'

export interface VerifyOptions {
  /** As the application's role, to the database of the server. */
  sql: Sql
  /** As the owner of the tables: the application may not remove an organization. */
  owner: Sql
  /** With the secret of the server. */
  tokens: Tokens
  /** Of the server, without a slash at the end. */
  url: string
  schema: GraphQLSchema
  /** What the server answers, as `GET /path`. */
  routes: readonly string[]
  now: () => Date
  /** Told when a part begins. */
  onPart?: (name: string) => void
  /** Only these root fields and these parts, up to the first part that finds something: for whoever looks for one thing. */
  only?: { fields: RegExp; parts: RegExp }
}

/** What came of it. */
export interface Report {
  clean: boolean
  findings: Finding[]
  /** What could not be looked at, and why: one sentence each. */
  notes: string[]
  fields: { covered: number; of: number }
  routes: { covered: number; of: number }
  /** Root fields of which an own call was seen to succeed: of the others the list says why that cannot be. */
  shown: number
  requests: number
  seconds: number
}

/** Makes two organizations, tries everything to see or change one of them from the other, and removes them again. */
export async function verifyIsolation(options: VerifyOptions): Promise<Report> {
  const { owner, now, onPart, only } = options
  const startedAt = now()
  const run = await prepare(options, startedAt)
  const { findings, client, fields } = run
  const parts: [string, (run: Run) => Promise<void>][] = [
    ['the database', checkInside],
    ['who may call what', probeAccess],
    ['nobody', probeNobody],
    ['questions', probeReads],
    ['changes', probeMutations],
    ['changes beside others', probeLimits],
    ['addresses', probeRoutes],
    ['identity providers', probeProviders],
    ['the background', probeBackground],
    ['subscriptions', probeLive],
    ['share links', probeLinks],
    ['who was there', probeUse],
  ]
  const uncovered = checkCoverage(
    options,
    fields.map(({ name }) => name),
    findings,
  )
  try {
    await reset(run)
    await refuseProduction(run)
    for (const [name, probe] of parts) {
      if (only && (findings.count() > 0 || !only.parts.test(name))) continue
      onPart?.(name)
      await probe(run).catch(unlessEnough)
    }
  } finally {
    await removeAll(owner, run.canaries.footprint)
  }
  await checkRemoved(run)
  return {
    clean: findings.count() === 0,
    findings: findings.all(),
    notes: run.notes,
    fields: { covered: fields.length - uncovered.fields, of: fields.length },
    routes: { covered: options.routes.length - uncovered.routes, of: options.routes.length },
    shown: run.shown.size,
    requests: client.sent(),
    seconds: (now().getTime() - startedAt.getTime()) / 1000,
  }
}

async function prepare({ sql, owner, tokens, url, schema, only }: VerifyOptions, startedAt: Date): Promise<Run> {
  const password = `${randomBytes(12).toString('base64url')} of a canary`
  const canaries = planCanaries({ tokens, password, passwordHash: await hashPassword(password), now: startedAt })
  const tenants = await selectTenantTables(sql)
  return {
    sql,
    owner,
    client: makeClient(url),
    canaries,
    fields: rootFieldsOf(schema).filter(({ name }) => !only || only.fields.test(name)),
    tables: [
      // It grows with every request of a key, and is looked at apart.
      ...tenants
        .filter((name) => name !== 'api_key_usage')
        .map((name) => ({ name, owner: 'organization_id' as const })),
      { name: 'organizations', owner: 'id' },
      { name: 'users', owner: 'id' },
      { name: 'recovery_codes', owner: 'user_id' },
      { name: 'one_time_tokens', owner: 'user_id' },
    ],
    findings: makeFindings(),
    notes: [],
    startedAt,
    shown: new Set(),
    bases: new Map(),
    isEager: only !== undefined,
    fresh: makeStem,
  }
}

/** Where people cannot ask freely, most of what has to be tried cannot be. */
async function refuseProduction({ client, canaries }: Run): Promise<void> {
  const answer = await client.ask(canaries.a.people.owner, '{ __typename }', {})
  if (answer.status === 401) {
    throw new UserError(
      `The server at ${client.url} does not know a session that was just made: its database or its secret is another one. ` +
        'Run this with the environment of the server.',
    )
  }
  if (answer.text.includes('"FORBIDDEN"')) {
    throw new UserError(
      `The server at ${client.url} runs in production, where people can ask what the page asks and nothing else. Start another ` +
        'one on the same database without NODE_ENV=production, and name it with --url.',
    )
  }
}

function unlessEnough(error: unknown): void {
  if (!(error instanceof Enough)) throw error
}

/** Whatever there is has to stand in the list, and the other way round. */
function checkCoverage({ routes }: VerifyOptions, fields: readonly string[], findings: Findings) {
  const missing = fields.filter((name) => !(name in EXPECTED_FIELDS))
  for (const name of missing) {
    findings.add(name, 'this check', 'Is not covered: say in expected-access.ts who may call it')
  }
  const missingRoutes = routes.filter((name) => !(name in EXPECTED_ROUTES))
  for (const name of missingRoutes) {
    findings.add(name, 'this check', 'Is not covered: say in expected-access.ts what kind of route it is')
  }
  return { fields: missing.length, routes: missingRoutes.length }
}
