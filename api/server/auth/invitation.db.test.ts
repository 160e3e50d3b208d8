import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createOrganization } from '../../features/organizations/index.ts'
import { hashToken } from '../../lib/tokens.ts'
import type { Role } from '../../schema/permissions.ts'
import { testServer, type TestServer } from '../testing.ts'
import { auditOf, makePerson, makeVisitor, PASSWORD, startProviderSession, visitorOf } from './testing.ts'

const OVER = [404, 'This invitation was used already, was taken back, or is over. Ask for a new one.']

let server: TestServer
let inviting: { id: number; name: string }
beforeAll(async () => {
  server = await testServer()
  inviting = await createOrganization(server.sql, 'Inviting')
})
beforeEach(() => server.sql`delete from sign_in_failures`)
afterAll(async () => {
  expect(server.logged).toEqual([])
  await server.stop()
})

/** Stores an invitation, as the page would make it, and returns its token. */
async function invite(email: string, role: Role = 'editor', state: 'open' | 'revoked' | 'over' = 'open') {
  const token = server.services.tokens.make('link')
  await server.sql`
    insert into invitations (organization_id, email, role, token_hash, invited_by, expires_at, revoked_at)
    values (${inviting.id}, ${email}, ${role}, ${hashToken(token)}, 'Ada',
            now() + ${state === 'over' ? '-1 second' : '7 days'}::interval,
            ${state === 'revoked' ? new Date() : null})`
  return token
}

const newcomer = { name: 'Bob', password: 'another long password' }
const membership = '{ viewer { organization { name } role user { name email } } }'

test('somebody new looks at the invitation, accepts it, and is in', async () => {
  const token = await invite('bob@example.com')
  const bob = makeVisitor(server)
  expect(await (await bob.post('/auth/invitation', { token })).json()).toEqual({
    organization: 'Inviting',
    email: 'bob@example.com',
    role: 'editor',
    accountExists: false,
  })
  for (const [input, sentence] of [
    [{}, 'Give your name, and choose a password.'],
    [{ name: 'Bob' }, 'Give your name, and choose a password.'],
    [{ ...newcomer, name: ' ' }, 'The name is empty.'],
    [{ ...newcomer, name: 7 }, '"name" has to be a text in quotes.'],
    [{ ...newcomer, password: 'short' }, 'The password is too short: use at least 10 characters.'],
    [
      { ...newcomer, password: 'Password123' },
      'The password is one of those that are tried first. Choose another one.',
    ],
  ] as const) {
    expect(await bob.tell('/auth/accept', { token, ...input })).toEqual([400, sentence])
  }
  expect(await bob.tell('/auth/accept', { token, ...newcomer })).toEqual([204, null])
  expect((await bob.ask(membership)).data.viewer).toEqual({
    organization: { name: 'Inviting' },
    role: 'EDITOR',
    user: { name: 'Bob', email: 'bob@example.com' },
  })
  expect(await auditOf(server, inviting.id)).toEqual([
    'bob@example.com: member.joined bob@example.com',
    'bob@example.com: person.signed-in bob@example.com',
  ])
  expect(await makeVisitor(server).tell('/auth/accept', { token, ...newcomer })).toEqual(OVER)
  expect(await makeVisitor(server).tell('/auth/invitation', { token })).toEqual(OVER)
})

test('who has an account accepts with it, and with nothing else', async () => {
  const { id } = await makePerson(server, 'cat@example.com')
  const { id: eveId } = await makePerson(server, 'eve@example.com')
  const token = await invite('cat@example.com', 'admin')
  const nobody = makeVisitor(server)
  expect(await (await nobody.post('/auth/invitation', { token })).json()).toMatchObject({ accountExists: true })
  const refusal = [401, 'There is an account with this address. Sign in with it, and open the link again.']
  expect(await nobody.tell('/auth/accept', { token })).toEqual(refusal)
  expect(await nobody.tell('/auth/accept', { token, ...newcomer })).toEqual(refusal)
  expect(await (await visitorOf(server, eveId)).tell('/auth/accept', { token })).toEqual(refusal)
  const provided = makeVisitor(server)
  provided.cookies.set('tachograph_session', await startProviderSession(server, id))
  expect((await provided.tell('/auth/accept', { token }))[0]).toBe(403)

  const cat = await visitorOf(server, id)
  expect(await cat.tell('/auth/accept', { token, name: 'X', password: 'y' })).toEqual([204, null])
  const { viewer } = (await cat.ask(membership)).data
  expect(viewer).toMatchObject({ organization: { name: 'Inviting' }, role: 'ADMIN', user: { name: 'cat' } })
  const shown = { email: 'cat@example.com', password: PASSWORD }
  expect((await makeVisitor(server).tell('/auth/sign-in', shown))[0]).toBe(204)
})

test('an invitation that was taken back, is over, or was made up is none', async () => {
  const session = server.services.tokens.make('session')
  const link = server.services.tokens.make('link')
  const tokens = ['', 'x', 'A'.repeat(64), session, link]
  tokens.push(await invite('dan@example.com', 'viewer', 'revoked'), await invite('dan@example.com', 'viewer', 'over'))
  for (const token of tokens) {
    expect(await makeVisitor(server).tell('/auth/invitation', { token })).toEqual(OVER)
    expect(await makeVisitor(server).tell('/auth/accept', { token, ...newcomer })).toEqual(OVER)
  }
  const [row] = await server.sql`select count(*)::int as people from users where email = 'dan@example.com'`
  expect(row!['people']).toBe(0)
})

test('of many who accept at once one is in, and there is one person', async () => {
  const token = await invite('fay@example.com')
  const visitors = Array.from({ length: 4 }, () => makeVisitor(server))
  const answers = await Promise.all(visitors.map((visitor) => visitor.tell('/auth/accept', { token, ...newcomer })))
  expect(answers.filter(([status]) => status === 204)).toHaveLength(1)
  for (const [status] of answers) expect([204, 401, 404]).toContain(status)
  const rows = await server.sql`select from users where email = 'fay@example.com'`
  expect(rows).toHaveLength(1)
})

test('a member who is invited again keeps the role', async () => {
  const { id } = await makePerson(server, 'gus@example.com')
  await server.sql`insert into memberships (organization_id, user_id, role) values (${inviting.id}, ${id}, 'viewer')`
  const token = await invite('gus@example.com', 'owner')
  const gus = await visitorOf(server, id)
  expect(await gus.tell('/auth/accept', { token })).toEqual([204, null])
  expect((await gus.ask(membership)).data.viewer.role).toBe('VIEWER')
})
