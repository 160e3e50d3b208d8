import { randomBytes } from 'node:crypto'
import { jobId } from '../ingest/index.ts'
import { hashToken } from '../lib/tokens.ts'
import type { Row } from './queries.ts'

/** Rows under construction, by table. */
export type Draft = Map<string, Row[]>

/** The order in which rows can be inserted: what others point at comes first. */
const ORDER = [
  'organizations',
  'users',
  'memberships',
  'recovery_codes',
  'pipelines',
  'job_keys',
  'jobs',
  'teams',
  'team_members',
  'identity_providers',
  'identities',
  'sessions',
  'one_time_tokens',
  'invitations',
  'api_keys',
  'api_key_usage',
  'organization_quotas',
  'organization_usage',
  'organization_storage',
  'organization_retention',
  'audit_events',
  'insights',
  'insight_feedback',
  'insight_scans',
  'annotations',
  'dashboards',
  'dashboard_versions',
  'dashboard_panels',
  'dashboard_drafts',
  'dashboard_favourites',
  'dashboard_visits',
  'dashboard_share_links',
]

/** All rows of several drafts, in the order in which they can be inserted. Tables that are not known come last. */
export function inOrder(drafts: readonly Draft[]): [string, Row[]][] {
  const names = [...new Set([...ORDER, ...drafts.flatMap((draft) => [...draft.keys()])])]
  return names.map((name) => [name, drafts.flatMap((draft) => draft.get(name) ?? [])])
}

/** Adds rows to a draft. */
export function add(draft: Draft, table: string, ...rows: Row[]): void {
  const known = draft.get(table)
  if (known) known.push(...rows)
  else draft.set(table, [...rows])
}

/** Bytes as PostgreSQL reads them. */
export function bytes(buffer: Buffer): string {
  return `\\x${buffer.toString('hex')}`
}

/** The hash of a token that nobody has. */
export function unknownHash(): string {
  return bytes(hashToken(randomBytes(32).toString('hex')))
}

/** Numbers of the things of an organization: another one may use the same. */
export interface Numbers {
  team: number
  apiKey: number
  invitation: number
  identityProvider: number
  auditEvent: number
}

/** Something that an organization owns: where, under which numbers, called how, and whose. */
export interface Belongings {
  organizationId: number
  numbers: Numbers
  /** Begins every text. */
  text: string
  userId: number
  now: Date
}

const DAY_MS = 86_400_000

/** One team, provider, invitation, key and line of the audit log. */
export function addBelongings(draft: Draft, { organizationId, numbers, text, userId, now }: Belongings): void {
  const organization_id = organizationId
  const earlier = new Date(now.getTime() - 20 * DAY_MS).toISOString()
  const later = new Date(now.getTime() + 20 * DAY_MS).toISOString()
  const email = `${text}@canary.invalid`
  add(draft, 'teams', { organization_id, id: numbers.team, name: `${text}-team`, created_at: earlier })
  add(draft, 'team_members', { organization_id, team_id: numbers.team, user_id: userId })
  add(draft, 'identity_providers', {
    organization_id,
    id: numbers.identityProvider,
    name: `${text}-provider`,
    issuer: `https://${text}.canary.invalid`,
    client_id: `${text}-client`,
    scopes: 'openid email profile',
    role_claim: `${text}-claim`,
    role_mapping: { [`${text}-group`]: 'viewer' },
    email_domains: [`${text}.canary.invalid`],
    listed: false,
    enabled: true,
    created_at: earlier,
  })
  add(draft, 'identities', {
    organization_id,
    provider_id: numbers.identityProvider,
    subject: `${text}-subject`,
    user_id: userId,
    created_at: earlier,
  })
  add(draft, 'invitations', {
    organization_id,
    id: numbers.invitation,
    email: `guest-${email}`,
    role: 'viewer',
    token_hash: unknownHash(),
    invited_by: email,
    created_at: earlier,
    expires_at: later,
  })
  addKey(draft, { organizationId, id: numbers.apiKey, name: `${text}-key`, now }, {})
  add(draft, 'audit_events', {
    organization_id,
    id: numbers.auditEvent,
    at: earlier,
    actor: email,
    action: 'team.renamed',
    subject: `${text}-team`,
    before: { name: `${text}-before` },
    after: { name: `${text}-team` },
    address: '192.0.2.1',
  })
}

/** A key, with some use long ago. `settings` has further columns, such as the hash of a token that somebody has. */
export function addKey(
  draft: Draft,
  { organizationId, id, name, now }: { organizationId: number; id: number; name: string; now: Date },
  settings: Row,
): void {
  const earlier = new Date(now.getTime() - 20 * DAY_MS)
  add(draft, 'api_keys', {
    organization_id: organizationId,
    id,
    name,
    prefix: `tach_${name.slice(-6)}`,
    key_hash: unknownHash(),
    scopes: ['read_metrics', 'read_jobs', 'ingest', 'manage'],
    created_by: name,
    created_at: earlier.toISOString(),
    pipelines: null,
    last_used_at: null,
    ...settings,
  })
  const day = new Date(earlier.getTime() + (organizationId % 2) * DAY_MS).toISOString().slice(0, 10)
  add(draft, 'api_key_usage', { organization_id: organizationId, key_id: id, day, requests: organizationId % 1000 })
}

/** A run of a pipeline. */
export interface CanaryJob {
  id: string
  at: Date
  externalId: string
}

/** A pipeline with two jobs, one that went well and one that did not. Returns the jobs. */
export function addPipeline(
  draft: Draft,
  pipeline: { organizationId: number; id: number; key: string; text: string; from: Date },
): CanaryJob[] {
  const { organizationId, id, key, text, from } = pipeline
  add(draft, 'pipelines', {
    organization_id: organizationId,
    id,
    key,
    name: `${text}-pipeline`,
    created_at: from.toISOString(),
  })
  return [1, 2].map((number) => {
    const externalId = `${text}-run-${number}`
    const at = new Date(from.getTime() + number * 3_600_000)
    const job = { id: jobId(organizationId, key, externalId), at, externalId }
    addJob(draft, job, { organizationId, pipelineId: id, text, failed: number === 2 })
    return job
  })
}

/** A job as it is stored. */
export function addJob(
  draft: Draft,
  { id, at, externalId }: CanaryJob,
  {
    organizationId,
    pipelineId,
    text,
    failed,
  }: { organizationId: number; pipelineId: number; text: string; failed: boolean },
): void {
  const organization_id = organizationId
  const seconds = (n: number) => new Date(at.getTime() + n * 1000).toISOString()
  const took = 60 + (organizationId % 600)
  add(draft, 'job_keys', { organization_id, job_id: id, at: at.toISOString() })
  add(draft, 'jobs', {
    organization_id,
    at: at.toISOString(),
    id,
    pipeline_id: pipelineId,
    status: failed ? 'FAILED' : 'SUCCEEDED',
    attempt: 1,
    revision: 0,
    queued_at: at.toISOString(),
    started_at: seconds(5),
    finished_at: seconds(5 + took),
    queue_ms: 5000,
    duration_ms: took * 1000,
    cost: 1.5,
    currency: 'EUR',
    external_id: externalId,
    trigger: `${text}-trigger`,
    error: failed ? `${text}-error` : null,
    labels: { canary: `${text}-label` },
    metrics: { [`${text}-metric`]: 1 },
    changed_at: seconds(1000),
  })
}

/** As many of the things whose number is limited as nobody may have. */
export function addCrowd(
  draft: Draft,
  { organizationId, stem, userId }: { organizationId: number; stem: string; userId: number },
  now: Date,
): void {
  const organization_id = organizationId
  const later = new Date(now.getTime() + 20 * DAY_MS).toISOString()
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: 1_000 + index, text: `${stem}-${index}` }))
  add(draft, 'teams', ...many(500).map(({ id, text }) => ({ organization_id, id, name: text, created_at: later })))
  const invited = { role: 'viewer', invited_by: stem, created_at: now.toISOString(), expires_at: later }
  add(
    draft,
    'invitations',
    ...many(500).map(({ id, text }) => ({
      ...invited,
      organization_id,
      id,
      email: `${text}@canary.invalid`,
      token_hash: unknownHash(),
    })),
  )
  for (const { id, text } of many(1_000)) addKey(draft, { organizationId, id, name: text, now }, {})
  for (const { id, text } of many(20)) {
    const numbers = {
      team: id + 10_000,
      apiKey: id + 10_000,
      invitation: id + 10_000,
      identityProvider: id,
      auditEvent: id,
    }
    addBelongings(draft, { organizationId, numbers, text: `${text}-more`, userId, now })
  }
}
