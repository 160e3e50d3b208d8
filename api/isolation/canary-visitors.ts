import { unknownHash } from './canary-rows.ts'
import { type Canaries, type Canary, DAY_MS, makeNumber, VISITORS } from './canary-terms.ts'
import type { Claims } from './own-provider.ts'
import type { Row, Rows } from './queries.ts'

/** Ids for visitors. */
export function makeVisitors(): Canaries['visitors'] {
  return Object.fromEntries(VISITORS.map((name) => [name, makeNumber()])) as Canaries['visitors']
}

/** Somebody at A's door, what the provider says about them, and whether they have to be let in. */
export interface Visit {
  who: string
  claims: Claims
  getsIn: boolean
}

/** Who comes, one after the other. The provider calls everybody a viewer. */
export function visitsOf({ a, b }: Canaries): Visit[] {
  const visit = (who: string, getsIn: boolean, sub: string, email?: string): Visit => ({
    who,
    getsIn,
    claims: { sub, role: 'viewer', ...(email !== undefined && { email }) },
  })
  return [
    visit('a subject that both providers know', true, 'known'),
    visit("a subject that only B's provider knows", false, 'theirs'),
    visit('a member of both, who is first in B', true, 'first'),
    visit('a member of both, who is first in A', true, 'last'),
    visit('the only owner', true, 'owner'),
    visit('the address of a member of B', false, 'new-1', emailOf(b.stem, 'ofB')),
    visit("the address of a member of both, whom B's provider knows", true, 'new-2', emailOf(a.stem, 'ofBoth')),
    visit('an address that B has invited', false, 'new-3', emailOf(b.stem, 'invitedByB')),
    visit('an address that both have invited', true, 'new-4', emailOf(a.stem, 'invitedByBoth')),
  ]
}

function emailOf(stem: string, name: keyof Canaries['visitors']): string {
  return `${stem}-${name.toLowerCase()}@visitor.invalid`
}

interface Provider {
  id: number
  issuer: string
}

/** Makes rows of an organization. */
function rowsOf({ organizationId, stem }: Canary, { id, issuer }: Provider, now: Date) {
  const own = { organization_id: organizationId }
  const earlier = new Date(now.getTime() - DAY_MS)
  return {
    provider: {
      ...own,
      id,
      name: `${stem}-answering`,
      issuer,
      client_id: stem,
      scopes: 'openid email',
      role_claim: 'role',
      role_mapping: { viewer: 'viewer' },
      email_domains: [],
      listed: false,
      enabled: true,
      created_at: earlier,
    },
    member: (user_id: number, role: string): Row => ({ ...own, user_id, role, created_at: earlier }),
    identity: (subject: string, user_id: number): Row => ({
      ...own,
      provider_id: id,
      subject,
      user_id,
      created_at: earlier,
    }),
    invitation: (email: string): Row => ({
      ...own,
      id: makeNumber(),
      email,
      role: 'editor',
      token_hash: unknownHash(),
      invited_by: stem,
      created_at: earlier,
      expires_at: new Date(now.getTime() + DAY_MS),
    }),
  }
}

/**
 * A provider of A and whom it knows; with `besideB` one of B too, which has the same number, the same issuer and the same
 * subjects for other people. Everybody has an account either way, so only what they are in B makes a difference.
 */
export function visitorRows({ a, b, visitors }: Canaries, provider: Provider, besideB: boolean): Rows {
  const now = new Date()
  const [inA, inB] = [rowsOf(a, provider, now), rowsOf(b, provider, now)]
  const ifB = (...rows: Row[]) => (besideB ? rows : [])
  const { ofA, ofB, ofBoth, first, last } = visitors
  const users = VISITORS.map((name): Row => {
    const { stem } = name.endsWith('B') ? b : a
    return { id: visitors[name], email: emailOf(stem, name), name: `${stem}-${name}`, created_at: now }
  })
  const members = [
    ...ifB(inB.member(ofB, 'owner'), inB.member(ofBoth, 'owner'), inB.member(first, 'owner')),
    ...[ofA, ofBoth, first, last].map((id) => inA.member(id, 'viewer')),
    ...ifB(inB.member(last, 'owner')),
  ]
  const identities = [
    ...ifB(inB.identity('known', ofB), inB.identity('theirs', ofBoth)),
    inA.identity('known', ofA),
    inA.identity('first', first),
    inA.identity('last', last),
    inA.identity('owner', a.userIds.at(-1)!),
  ]
  const [byB, byBoth] = [emailOf(b.stem, 'invitedByB'), emailOf(a.stem, 'invitedByBoth')]
  return [
    ['users', users],
    ['memberships', members],
    ['identity_providers', [...ifB(inB.provider), inA.provider]],
    ['identities', identities],
    ['invitations', [...ifB(inB.invitation(byB), inB.invitation(byBoth)), inA.invitation(byBoth)]],
  ]
}
