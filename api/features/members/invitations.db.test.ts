import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Mail } from '../../lib/mailer.ts'
import type { Context } from '../../schema/context.ts'
import { acceptInvitation } from '../people/index.ts'
import { lastAudits, makeTeam, outcome } from './testing.ts'

let database: TestDatabase
let theirs: Awaited<ReturnType<typeof makeTeam>>

beforeAll(async () => {
  database = await testDatabase()
  theirs = await makeTeam(database.sql, 'Theirs')
})
afterAll(() => database.drop())

const INVITE = `mutation ($email: String!, $role: Role!) {
  inviteMember(input: {email: $email, role: $role}) { link invitation { id email role invitedBy createdAt expiresAt } }
}`
const REVOKE = 'mutation ($id: ID!) { revokeInvitation(id: $id) { email } }'
const LIST = '{ invitations { email role } }'
const MISSING = 'NOT_FOUND: There is no such open invitation. It may have been accepted or revoked.'
const ORIGIN = { address: '192.0.2.2', agent: null }

const invite = (context: Context, email: string, role = 'VIEWER') => outcome(context, INVITE, { email, role })
const tokenOf = (answer: { inviteMember: { link: string } }) =>
  new URL(answer.inviteMember.link).searchParams.get('token')!
const acceptance = (token: string) => ({ token, name: 'New', password: 'a long and good phrase' })

test('without mail whoever invites gets the link, of which only a hash is kept', async () => {
  const { organizationId, services, as } = await makeTeam(database.sql, 'Linked')
  const answer = await invite(as('admin'), ' New@Linked.Example ', 'EDITOR')
  const { link, invitation } = answer.inviteMember
  expect(link).toMatch(/^http:\/\/localhost\/invitation\?token=[\w-]{64}$/)
  expect(invitation).toMatchObject({ email: 'new@linked.example', role: 'EDITOR', invitedBy: 'admin@linked.example' })
  expect(Date.parse(invitation.expiresAt) - Date.parse(invitation.createdAt)).toBe(7 * 24 * 3600 * 1000)
  const [row] = await database.sql`select row_to_json(i)::text as text from invitations i where id = ${invitation.id}`
  expect(row!['text']).not.toContain(tokenOf(answer))
  const [line] = await lastAudits(database.sql, organizationId, 1)
  expect(line).toContain('admin@linked.example invitation.created new@linked.example')
  expect(line).not.toContain(tokenOf(answer))
  expect(await acceptInvitation(services, acceptance(tokenOf(answer)), null, ORIGIN)).toHaveProperty('session')
  expect(await outcome(as('owner'), LIST)).toEqual({ invitations: [] })
  const { members } = await outcome(as('owner'), '{ members { email role } }')
  expect(members).toContainEqual({ email: 'new@linked.example', role: 'EDITOR' })
})

test('with mail the person gets the link, and nobody else', async () => {
  const { as } = await makeTeam(database.sql, 'Mailed')
  const mails: Mail[] = []
  const mail = { send: async (letter: Mail) => void mails.push(letter) }
  const { inviteMember } = await invite({ ...as('owner'), mail }, 'new@mailed.example')
  expect(inviteMember.link).toBeNull()
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ to: 'new@mailed.example', subject: 'You are invited to Mailed on Tachograph' })
  expect(mails[0]!.text).toMatch(
    /owner@mailed\.example invites you[^]*http:\/\/localhost\/invitation\?token=[\w-]{64}\n/,
  )
})

test('when the mail server does not take the letter, the link is given instead', async () => {
  const { as } = await makeTeam(database.sql, 'Bounced')
  const mail = { send: () => Promise.reject(new Error('No such mailbox')) }
  const { inviteMember } = await invite({ ...as('owner'), mail }, 'new@bounced.example')
  expect(inviteMember.link).toContain('/invitation?token=')
  expect(await outcome(as('owner'), LIST)).toEqual({ invitations: [{ email: 'new@bounced.example', role: 'VIEWER' }] })
})

test('an invitation takes the place of an open one to the same address', async () => {
  const { organizationId, services, as } = await makeTeam(database.sql, 'Again')
  const first = await invite(as('owner'), 'new@again.example', 'OWNER')
  expect(await invite(as('admin'), 'new@again.example')).toContain('FORBIDDEN: The role admin can neither')
  const second = await invite(as('owner'), 'NEW@again.example', 'VIEWER')
  expect((await lastAudits(database.sql, organizationId, 1))[0]).toMatch(/\{"role": "owner"\} \{.*"role": "viewer"/)
  expect(await outcome(as('owner'), LIST)).toEqual({ invitations: [{ email: 'new@again.example', role: 'VIEWER' }] })
  expect(await acceptInvitation(services, acceptance(tokenOf(first)), null, ORIGIN)).toBe('over')
  expect(await acceptInvitation(services, acceptance(tokenOf(second)), null, ORIGIN)).toHaveProperty('session')
  expect(await invite(as('owner'), 'new@again.example')).toBe('BAD_INPUT: new@again.example is a member already.')
})

test('of many invitations to one address at once a single one is open', async () => {
  const { as } = await makeTeam(database.sql, 'Crowd')
  const answers = await Promise.all(Array.from({ length: 6 }, () => invite(as('owner'), 'new@crowd.example')))
  expect(answers.every((answer) => typeof answer === 'object')).toBe(true)
  expect((await outcome(as('owner'), LIST)).invitations).toHaveLength(1)
})

test('of many who accept one invitation at once a single one comes in', async () => {
  const { sql } = database
  const { organizationId, services, as } = await makeTeam(sql, 'Race')
  const token = tokenOf(await invite(as('owner'), 'new@race.example'))
  const work = Array.from({ length: 5 }, () => acceptInvitation(services, acceptance(token), null, ORIGIN))
  const came = (await Promise.all(work)).filter((result) => typeof result === 'object')
  expect(came).toHaveLength(1)
  expect(await sql`select from users where email = 'new@race.example'`).toHaveLength(1)
  expect(await sql`select from sessions where organization_id = ${organizationId}`).toHaveLength(1)
  const joined = (await lastAudits(sql, organizationId, 10)).filter((line) => line.includes('member.joined'))
  expect(joined).toHaveLength(1)
})

test('who was removed for good can be invited again', async () => {
  const { services, ids, as } = await makeTeam(database.sql, 'Back')
  await outcome(as('owner'), 'mutation ($id: ID!) { removeMember(userId: $id) }', { id: ids.viewer })
  const token = tokenOf(await invite(as('owner'), 'viewer@back.example'))
  expect(await acceptInvitation(services, acceptance(token), null, ORIGIN)).toHaveProperty('session')
})

test('a revoked invitation does not count', async () => {
  const { organizationId, services, as } = await makeTeam(database.sql, 'Revoked')
  const answer = await invite(as('owner'), 'new@revoked.example', 'OWNER')
  const { id } = answer.inviteMember.invitation
  expect(await outcome(as('viewer'), REVOKE, { id })).toContain('FORBIDDEN: The role viewer may not')
  expect(await outcome(as('admin'), REVOKE, { id })).toContain('FORBIDDEN: The role admin can neither')
  expect(await outcome(as('owner'), REVOKE, { id })).toEqual({ revokeInvitation: { email: 'new@revoked.example' } })
  expect(await lastAudits(database.sql, organizationId, 1)).toEqual([
    'owner@revoked.example invitation.revoked new@revoked.example {"role": "owner"}',
  ])
  expect(await outcome(as('owner'), REVOKE, { id })).toBe(MISSING)
  expect(await acceptInvitation(services, acceptance(tokenOf(answer)), null, ORIGIN)).toBe('over')
})

test('an invitation that is over is gone from the list, and can be made anew', async () => {
  const { as } = await makeTeam(database.sql, 'Over')
  const eightDaysAgo = () => new Date(Date.now() - 8 * 24 * 3600 * 1000)
  const { inviteMember } = await invite({ ...as('owner'), now: eightDaysAgo }, 'new@over.example', 'OWNER')
  expect(await outcome(as('owner'), LIST)).toEqual({ invitations: [] })
  expect(await outcome(as('owner'), REVOKE, { id: inviteMember.invitation.id })).toBe(MISSING)
  expect(await invite(as('admin'), 'new@over.example')).toHaveProperty('inviteMember')
})

test('nobody invites to more than they have, or what is no address', async () => {
  const { organizationId, as, asKey } = await makeTeam(database.sql, 'Refused')
  expect(await invite(as('admin'), 'new@refused.example', 'OWNER')).toContain('FORBIDDEN: The role admin can neither')
  expect(await invite(as('editor'), 'new@refused.example')).toContain('FORBIDDEN: The role editor may not')
  expect(await invite(asKey('manage'), 'new@refused.example')).toContain('FORBIDDEN: This key can neither')
  expect(await outcome(as('editor'), LIST)).toContain('FORBIDDEN')
  for (const email of ['', 'x', 'a@b@c', 'a b@c.de', '\0@c.de', 'a@b.de, c@d.de', `${'x'.repeat(300)}@c.de`, '@']) {
    expect(await invite(as('owner'), email)).toContain('is not an e-mail address.')
  }
  expect(await lastAudits(database.sql, organizationId, 1)).toEqual([])
  const manager = asKey('manage', 'read_metrics', 'read_jobs')
  expect(await invite(manager, 'new@refused.example')).toHaveProperty('inviteMember')
  expect((await lastAudits(database.sql, organizationId, 1))[0]).toContain('Key Test invitation.created')
})

test('an invitation of another organization is like none, and so is nonsense', async () => {
  const { inviteMember } = await invite(theirs.as('owner'), 'new@theirs.example')
  const { as } = await makeTeam(database.sql, 'Apart')
  expect(await invite(as('owner'), 'new@theirs.example')).toHaveProperty('inviteMember')
  for (const id of [inviteMember.invitation.id, '0', '-1', 'x', '', '2147483648', '99999999999999999999']) {
    expect(await outcome(as('owner'), REVOKE, { id })).toBe(MISSING)
  }
  expect(await outcome(theirs.as('owner'), LIST)).toEqual({
    invitations: [{ email: 'new@theirs.example', role: 'VIEWER' }],
  })
})
