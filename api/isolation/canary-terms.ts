import { randomBytes, randomInt } from 'node:crypto'
import type { RoleName, ScopeName } from './expected-access.ts'
import type { Footprint, Rows } from './queries.ts'

/** What can be named in an argument. */
export const KINDS = [
  'organization',
  'user',
  'session',
  'team',
  'apiKey',
  'invitation',
  'identityProvider',
  'auditEvent',
  'pipeline',
  'pipelineNumber',
  'job',
  'externalId',
  'insight',
  'annotation',
  'dashboard',
  'panel',
  'shareLink',
] as const
export type Kind = (typeof KINDS)[number]
/** Ids by kind, the best example first. */
export type Ids = Readonly<Record<Kind, readonly string[]>>

/** People who come through an identity provider. Whose name ends with B has an address with B's mark. */
export const VISITORS = ['ofA', 'ofB', 'ofBoth', 'first', 'last', 'invitedByB', 'invitedByBoth'] as const

/** Who asks: a person of a role, or a key with scopes. */
export interface Actor {
  name: string
  token: string
  role: RoleName | null
  scopes: readonly ScopeName[]
  isConfined: boolean
}

/** Something whose texts and ids somebody must not see. */
export interface Secret {
  name: string
  /** Part of every text of it, and of no other text anywhere. */
  stem: string
  /** Of each kind one that nobody else has, not even under the same number. */
  ids: Ids
  /** Texts that people might search for, or give to things of their own. */
  texts: readonly string[]
}

/** One canary organization. */
export interface Canary extends Secret {
  organizationId: number
  /** People who belong to it alone. */
  userIds: readonly number[]
  people: Readonly<Record<RoleName, Actor>>
}

/** Both canaries, who asks as whom, and all rows in the three worlds in which questions are asked. */
export interface Canaries {
  a: Canary
  b: Canary
  /** What A has beside the pipelines that the confined key may see. */
  hidden: Secret
  scoped: readonly Actor[]
  /** Keys of A for everything: one of them confined to some pipelines. */
  full: Actor
  confined: Actor
  /** People of both organizations, in A: a viewer who is an owner in B, and the other way round. */
  ofBoth: readonly Actor[]
  /** The viewer of both, who came through A's identity provider. */
  throughProvider: Actor
  /** A key of B for everything. No key of A has its number. */
  keyOfB: Actor
  /** Numbers of keys of A that were used for asking. */
  actingKeys: readonly number[]
  /** Who came by a link to a dashboard of A. B has a link with the same number. */
  visitorOfLink: Actor & { linkId: number }
  /** Who came by a link of B to its dashboard with the id of A's. */
  visitorOfB: Actor
  /** An invitation of somebody of B who has an account. */
  invitation: string
  /** An invitation of A's viewer to A. B has one with the same number. */
  ownInvitation: string
  /** Ids of people who come through an identity provider, and do nothing else. */
  visitors: Readonly<Record<(typeof VISITORS)[number], number>>
  password: string
  /** All jobs lie in it. */
  range: { from: string; to: string }
  /**
   * A without what is hidden from the confined key; A alone; A and B. And A with a single owner, without and with a B that
   * has as much as one may have.
   */
  worlds: { confined: Rows; alone: Rows; both: Rows; sole: Rows; crowded: Rows }
  footprint: Footprint
}

/** The key of a pipeline that both canaries have, each its own. */
export const SHARED = 'canary-shared'

/** Keys of the pipelines that the confined key may see: so many that they can be compared with each other. */
export function openPipelines(stem: string): [string, string, string] {
  return [SHARED, `${stem}-second`, `${stem}-third`]
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** A number that nothing has and that stands nowhere by chance. Some readers of ids take nine digits at most. */
export function makeNumber(): number {
  return randomInt(500_000_000, 999_999_999)
}

/** Text that stands nowhere else, of letters and digits only, so that no encoding changes it. */
export function makeStem(): string {
  return `canary${randomBytes(8).toString('hex')}`
}

/** None of any kind. */
export const NO_IDS = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Ids
