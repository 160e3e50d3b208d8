import { randomBytes } from 'node:crypto'
import { hashToken, type Tokens } from '../lib/tokens.ts'
import { add, addKey, bytes, type Draft, type Numbers } from './canary-rows.ts'
import { type Actor, DAY_MS, HOUR_MS, makeNumber, makeStem, openPipelines } from './canary-terms.ts'
import { ROLE_NAMES, type RoleName, SCOPE_NAMES, type ScopeName } from './expected-access.ts'

/** What canaries are made with. */
export interface Material {
  tokens: Tokens
  password: string
  passwordHash: string | null
  now: Date
}

/** An organization with people and nothing else yet. */
export interface Begun {
  name: 'A' | 'B'
  stem: string
  organizationId: number
  numbers: Numbers
  people: Record<RoleName, Actor>
  /** Whom the canary's things belong to: somebody who asks nothing. */
  userId: number
  userIds: number[]
  sessionIds: number[]
}

/** The organization with a person of each role, and one more. */
export function begin(name: 'A' | 'B', organizationId: number, draft: Draft, material: Material): Begun {
  const stem = makeStem()
  add(draft, 'organizations', {
    id: organizationId,
    name: `${stem}-organization`,
    created_at: material.now.toISOString(),
  })
  const made = ROLE_NAMES.map((role) => {
    const person = addPerson(draft, `${stem}-${role}`, material)
    add(draft, 'memberships', { organization_id: organizationId, user_id: person.id, role, created_at: person.since })
    const session = addSession(draft, { organizationId, userId: person.id, text: `${stem}-${role}` }, material)
    // One that nobody uses, to be ended. It was seen before the other, so that their order stays.
    const seen = new Date(material.now.getTime() - 30_000)
    const spare = addSession(draft, { organizationId, userId: person.id, text: `${stem}-spare`, seen }, material)
    return { role, userId: person.id, spare: spare.id, actor: actorOf(`${role} of ${name}`, session.token, role) }
  })
  const last = addPerson(draft, `${stem}-member`, material)
  add(draft, 'memberships', {
    organization_id: organizationId,
    user_id: last.id,
    role: 'editor',
    created_at: last.since,
  })
  return {
    name,
    stem,
    organizationId,
    numbers: makeNumbers(),
    people: Object.fromEntries(made.map(({ role, actor }) => [role, actor])) as Record<RoleName, Actor>,
    userId: last.id,
    userIds: [last.id, ...made.map(({ userId }) => userId).reverse()],
    sessionIds: made.map(({ spare }) => spare),
  }
}

function addPerson(draft: Draft, text: string, { now, passwordHash }: Material) {
  const id = makeNumber()
  const since = new Date(now.getTime() - 30 * DAY_MS).toISOString()
  add(draft, 'users', {
    id,
    email: `${text}@canary.invalid`,
    name: `${text} person`,
    password_hash: passwordHash,
    created_at: since,
  })
  add(draft, 'recovery_codes', { user_id: id, code_hash: bytes(randomBytes(32)) })
  return { id, since }
}

function addSession(
  draft: Draft,
  whose: { organizationId: number; userId: number; text: string; providerId?: number; seen?: Date },
  { tokens, now }: Material,
) {
  const token = tokens.make('session')
  const id = makeNumber()
  add(draft, 'sessions', {
    token_hash: bytes(hashToken(token)),
    id,
    user_id: whose.userId,
    organization_id: whose.organizationId,
    provider_id: whose.providerId ?? null,
    created_at: new Date(now.getTime() - DAY_MS).toISOString(),
    expires_at: new Date(now.getTime() + DAY_MS).toISOString(),
    address: '192.0.2.7',
    agent: `${whose.text}-agent`,
    last_seen_at: (whose.seen ?? now).toISOString(),
  })
  return { id, token }
}

/** Of one of them the rows in B come first, and of the other last: an order of rows must not decide. */
export function addPeopleOfBoth([here, first, last]: Draft[], a: Begun, b: Begun, material: Material) {
  const stem = makeStem()
  const people = [
    { inA: 'viewer', inB: 'owner', there: first },
    { inA: 'owner', inB: 'viewer', there: last },
    // Comes through A's provider.
    { inA: 'viewer', inB: 'owner', there: last },
  ] as const
  const made = people.map(({ inA, inB, there }, index) => {
    const { id, since } = addPerson(here!, `${stem}-${index}`, material)
    add(here!, 'memberships', { organization_id: a.organizationId, user_id: id, role: inA, created_at: since })
    add(there!, 'memberships', { organization_id: b.organizationId, user_id: id, role: inB, created_at: since })
    add(here!, 'team_members', { organization_id: a.organizationId, team_id: a.numbers.team, user_id: id })
    add(there!, 'team_members', { organization_id: b.organizationId, team_id: a.numbers.team, user_id: id })
    const justBefore = new Date(material.now.getTime() - 30_000)
    const own = { organizationId: a.organizationId, userId: id, text: stem, seen: justBefore }
    const session = addSession(here!, own, material)
    const seen = new Date(material.now.getTime() - HOUR_MS)
    const elsewhere = { organizationId: b.organizationId, userId: id, text: `${b.stem}-both`, seen }
    addSession(there!, elsewhere, material)
    return { id, token: session.token, role: inA }
  })
  const guests = [true, false].map((inTeam) => addGuest([here!, last!], { stem, a, b, inTeam }, material))
  const [viewer, owner, provided] = made
  const providerId = a.numbers.identityProvider
  const whose = { organizationId: a.organizationId, userId: provided!.id, text: stem, providerId }
  const through = addSession(here!, whose, material)
  return {
    ofBoth: [viewer!, owner!].map(({ token, role }) => actorOf(`${role} of A who is in B too`, token, role)),
    throughProvider: actorOf("person of both, through A's provider", through.token, null),
    /** The same person, by number. */
    providedId: provided!.id,
    userIds: [...guests, ...made.map(({ id }) => id)],
    guests: guests.map(String),
  }
}

/** Somebody of both who asks nothing and was seen in B only, to be changed and removed. */
function addGuest(
  [here, there]: readonly [Draft, Draft],
  { stem, a, b, inTeam }: { stem: string; a: Begun; b: Begun; inTeam: boolean },
  material: Material,
) {
  const { id, since } = addPerson(here, `${stem}-guest-${inTeam ? 1 : 2}`, material)
  for (const [draft, { organizationId }] of [
    [here, a],
    [there, b],
  ] as const) {
    add(draft, 'memberships', { organization_id: organizationId, user_id: id, role: 'editor', created_at: since })
    if (inTeam) add(draft, 'team_members', { organization_id: organizationId, team_id: a.numbers.team, user_id: id })
  }
  const seen = new Date(material.now.getTime() - HOUR_MS)
  addSession(there, { organizationId: b.organizationId, userId: id, text: `${b.stem}-guest`, seen }, material)
  return id
}

/** Somebody of B who came through a provider that has the number of A's. */
export function addSessionThrough(draft: Draft, b: Begun, providerId: number, material: Material): void {
  addSession(
    draft,
    { organizationId: b.organizationId, userId: b.userId, text: `${b.stem}-through`, providerId },
    material,
  )
}

/** Keys of A that ask. B has a key under each of their numbers, which nobody uses, and one to ask with. */
export function addActingKeys([draftA, draftB]: Draft[], a: Begun, b: Begun, { tokens, now }: Material) {
  const make = (name: string, scopes: readonly ScopeName[], isConfined: boolean) => {
    const [token, id] = [tokens.make('key'), makeNumber()]
    const settings = {
      key_hash: bytes(hashToken(token)),
      scopes,
      pipelines: isConfined ? openPipelines(a.stem) : null,
      last_used_at: now.toISOString(),
    }
    addKey(draftA!, { organizationId: a.organizationId, id, name: `${a.stem}-${name}`, now }, settings)
    addKey(draftB!, { organizationId: b.organizationId, id, name: `${b.stem}-twin-${name}`, now }, {})
    const actor: Actor = { name: `key of A (${name})`, token, role: null, scopes, isConfined }
    return { id, actor }
  }
  const scoped = SCOPE_NAMES.map((scope) => make(scope, [scope], false))
  const [full, confined] = [make('everything', SCOPE_NAMES, false), make('confined', SCOPE_NAMES, true)]
  const token = tokens.make('key')
  const own = { organizationId: b.organizationId, id: makeNumber(), name: `${b.stem}-asking`, now }
  addKey(draftB!, own, { key_hash: bytes(hashToken(token)) })
  return {
    scoped: scoped.map(({ actor }) => actor),
    full: full.actor,
    confined: confined.actor,
    keyOfB: { name: 'key of B', token, role: null, scopes: SCOPE_NAMES, isConfined: false },
    actingKeys: [...scoped, full, confined].map(({ id }) => id),
  }
}

/** For somebody who has an account already. */
export function addInvitation(
  draft: Draft,
  { stem, organizationId }: Pick<Begun, 'stem' | 'organizationId'>,
  id: number,
  { tokens, now }: Material,
): string {
  const token = tokens.make('link')
  add(draft, 'invitations', {
    organization_id: organizationId,
    id,
    email: `${stem}-viewer@canary.invalid`,
    role: 'viewer',
    token_hash: bytes(hashToken(token)),
    invited_by: `${stem}-owner`,
    created_at: now.toISOString(),
    expires_at: new Date(now.getTime() + DAY_MS).toISOString(),
  })
  return token
}

function actorOf(name: string, token: string, role: RoleName | null): Actor {
  return { name, token, role, scopes: [], isConfined: false }
}

function makeNumbers(): Numbers {
  const [team, apiKey, invitation, identityProvider, auditEvent] = Array.from({ length: 5 }, makeNumber)
  return {
    team: team!,
    apiKey: apiKey!,
    invitation: invitation!,
    identityProvider: identityProvider!,
    auditEvent: auditEvent!,
  }
}
