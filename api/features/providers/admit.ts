import type { Sql } from '../../db/client.ts'
import { isStorable } from '../../lib/search-text.ts'
import type { Role } from '../../schema/permissions.ts'
import { type Actor, recordAudit, systemActor } from '../audit/index.ts'
import { lockOwners, updateRole } from '../members/index.ts'
import { insertMembership } from '../people/index.ts'
import { type Claims, emailOf, isOfDomains, nameOf, readClaim, roleOfClaim } from './claims.ts'
import { SignInProblem } from './problem.ts'
import * as queries from './queries.ts'

/** Where somebody comes in. */
interface Door {
  tx: Sql
  provider: queries.ProviderRow
  actor: Actor
  now: Date
}

/** Somebody who may come in. */
export interface Admitted {
  userId: number
  email: string
}

/** What a provider says about somebody, and from where they come. */
export interface Visitor {
  claims: Claims & { sub: string }
  address: string | null
}

/** As OpenID Connect has it. */
const LONGEST_SUBJECT = 255

/**
 * Decides who somebody is here whom a provider has recognised. A subject that it has shown before is the same person. An
 * address is believed within the organization that the provider belongs to, and for who was invited there. Throws a SignInProblem. Call it in a transaction that has locked the provider.
 */
export async function admit(
  tx: Sql,
  provider: queries.ProviderRow,
  { claims, address }: Visitor,
  now: Date,
): Promise<Admitted> {
  const actor = { ...systemActor(provider.organizationId, `Identity provider ${provider.name}`), address }
  const door = { tx, provider, actor, now }
  if (claims.sub.length > LONGEST_SUBJECT || !isStorable(claims.sub)) {
    throw new SignInProblem('refused-by-provider', 'The subject is longer than 255 characters, or cannot be stored.')
  }
  const known = await queries.selectIdentity(tx, provider, claims.sub)
  if (known) {
    await followRole(door, known, claims)
    return known
  }
  const email = emailOf(claims)
  if (email === null) throw new SignInProblem('email-unverified', 'There is no e-mail address that was checked.')
  if (!isOfDomains(email, provider.emailDomains)) {
    throw new SignInProblem('domain', 'The e-mail address is not of an allowed domain.')
  }
  const userId = await findOrMake(door, email, claims)
  await queries.insertIdentity(tx, provider, claims.sub, userId)
  await recordAudit(tx, actor, { action: 'member.identity-linked', subject: email, after: { provider: provider.name } })
  return { userId, email }
}

async function findOrMake(door: Door, email: string, claims: Claims): Promise<number> {
  const { tx, provider, now } = door
  const found = await queries.selectAddressee(tx, provider, email)
  if (found?.isKnown) {
    // An address that was given to somebody else must not give them what belonged to the one before.
    throw new SignInProblem('not-invited', 'The provider knows the person with this address under another subject.')
  }
  if (found?.role) {
    await followRole(door, { userId: found.userId, email, role: found.role }, claims)
    return found.userId
  }
  // Who has an account of their own agrees by themselves to belong here; who has none cannot.
  const invited = found?.canAccept ? null : await queries.acceptInvitation(tx, provider.organizationId, email, now)
  if (found && !invited) throw new SignInProblem('not-invited', 'The address belongs to a person who is not a member.')
  const role = demandRole(provider, claims, invited)
  const userId = found?.userId ?? (await queries.insertPerson(tx, email, nameOf(claims, email)))
  if (userId === null) throw new SignInProblem('not-invited', 'Somebody else took the address at this moment.')
  await insertMembership(tx, provider.organizationId, userId, role)
  await recordAudit(tx, door.actor, { action: 'member.joined', subject: email, after: { role } })
  return userId
}

/** The role by the claim when there is one to look at; otherwise that of the invitation, or the default. */
function demandRole(provider: queries.ProviderRow, claims: Claims, invited: Role | null): Role {
  const otherwise = provider.roleClaim === null ? (invited ?? provider.defaultRole) : provider.defaultRole
  const role = roleByClaim(provider, claims) ?? otherwise
  if (role === null) throw noRole()
  return role
}

function roleByClaim({ roleClaim, roleMapping }: queries.ProviderRow, claims: Claims): Role | null {
  return roleClaim === null ? null : roleOfClaim(readClaim(claims, roleClaim), roleMapping)
}

/** Gives a member the role that the provider says. The last owner stays the owner, whatever it says. */
async function followRole({ tx, provider, actor }: Door, member: queries.MemberRow, claims: Claims): Promise<void> {
  if (provider.roleClaim === null) return
  const role = roleByClaim(provider, claims) ?? provider.defaultRole
  if (role === member.role) return
  const owners = await lockOwners(tx, provider.organizationId)
  if (owners.length === 1 && owners[0] === member.userId) return
  if (role === null) throw noRole()
  await updateRole(tx, provider.organizationId, member.userId, role)
  const [before, after] = [{ role: member.role }, { role }]
  await recordAudit(tx, actor, { action: 'member.role-changed', subject: member.email, before, after })
}

function noRole(): SignInProblem {
  return new SignInProblem('no-role', 'The mapping gives no role, and there is no default.')
}
