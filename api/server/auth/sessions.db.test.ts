import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createOrganization } from '../../features/organizations/index.ts'
import { testServer, type TestServer } from '../testing.ts'
import { auditOf, makePerson, makeVisitor, PASSWORD, startProviderSession, visitorOf } from './testing.ts'

let server: TestServer
let other: { id: number; name: string }
beforeAll(async () => {
  server = await testServer()
  other = await createOrganization(server.sql, 'Other')
})
beforeEach(() => server.sql`delete from sign_in_failures`)
afterAll(async () => {
  expect(server.logged).toEqual([])
  await server.stop()
})

/** A person of both organizations. */
async function makeTraveller(email: string) {
  const { id } = await makePerson(server, email)
  await server.sql`insert into memberships (organization_id, user_id, role) values (${other.id}, ${id}, 'admin')`
  return { id, visitor: await visitorOf(server, id) }
}

const list = '{ sessions { id organization { name } isCurrent agent address provider lastSeenAt createdAt expiresAt } }'

test('a person sees where they are signed in, with what and from where', async () => {
  await makePerson(server, 'ada@example.com')
  const visitor = makeVisitor(server)
  const agent = `Mozilla/5.0 ${'x'.repeat(400)}`
  await visitor.post('/auth/sign-in', { email: 'ada@example.com', password: PASSWORD }, { 'User-Agent': agent })
  const { data } = await visitor.ask(list)
  expect(data.sessions).toHaveLength(1)
  expect(data.sessions[0]).toMatchObject({
    organization: { name: 'Test' },
    isCurrent: true,
    agent: agent.slice(0, 300),
    address: '127.0.0.1',
    provider: null,
  })
  const { data: own } = await visitor.ask('{ viewer { session { id isCurrent organization { name } } } }')
  expect(own.viewer.session).toEqual({ id: data.sessions[0].id, isCurrent: true, organization: { name: 'Test' } })
})

test('sessions are ended one by one and all together, those of others never', async () => {
  const { id, visitor: bob } = await makeTraveller('bob@example.com')
  const { id: eveId } = await makePerson(server, 'eve@example.com')
  const eve = await visitorOf(server, eveId)
  const [second, third] = [await visitorOf(server, id), await visitorOf(server, id)]
  const { data } = await second.ask(list)
  const current = data.sessions.find((session: { isCurrent: boolean }) => session.isCurrent)
  const end = 'mutation ($id: ID!) { endSession(id: $id) }'

  for (const wrong of [current.id, '999999', '0', '-1', '1e3', 'x', '9'.repeat(30), "1' or '1"]) {
    const { errors } = await eve.ask(end, { id: wrong })
    expect(errors![0]).toMatchObject({
      message: 'You have no such session. It may have ended already.',
      extensions: { code: 'NOT_FOUND' },
    })
  }
  expect((await bob.ask(end, { id: current.id })).data.endSession).toBe(current.id)
  await expect.poll(async () => (await second.get('/auth/state'))['signedIn']).toBe(false)
  expect((await bob.ask(end, { id: current.id })).errors![0]!.extensions!.code).toBe('NOT_FOUND')
  expect((await bob.ask('mutation { endOtherSessions }')).data.endOtherSessions).toBe(1)
  await expect.poll(async () => (await third.get('/auth/state'))['signedIn']).toBe(false)
  expect((await bob.ask(list)).data.sessions).toHaveLength(1)
  expect(await eve.get('/auth/state')).toMatchObject({ signedIn: true })
  const ended = (await auditOf(server, server.organization.id)).filter((line) => line.includes('session.ended'))
  expect(ended).toEqual(Array(2).fill('bob@example.com: session.ended bob@example.com'))
})

test('a person goes on in another organization, under a new token', async () => {
  const { id, visitor: cat } = await makeTraveller('cat@example.com')
  const { data } = await cat.ask('{ viewer { organizations { organization { id name } role } } }')
  expect(data.viewer.organizations).toEqual([
    { organization: { id: String(other.id), name: 'Other' }, role: 'ADMIN' },
    { organization: { id: String(server.organization.id), name: 'Test' }, role: 'VIEWER' },
  ])
  const before = cat.cookies.get('tachograph_session')!
  expect(await cat.tell('/auth/switch', { organization: String(other.id) })).toEqual([204, null])
  expect(cat.cookies.get('tachograph_session')).not.toBe(before)
  const { data: now } = await cat.ask('{ viewer { organization { name } role } sessions { id } }')
  expect(now).toMatchObject({ viewer: { organization: { name: 'Other' }, role: 'ADMIN' } })
  expect(now.sessions).toHaveLength(1)
  expect(await auditOf(server, other.id)).toEqual(['cat@example.com: person.signed-in cat@example.com'])
  const thief = makeVisitor(server)
  thief.cookies.set('tachograph_session', before)
  await expect.poll(async () => (await thief.get('/auth/state'))['signedIn']).toBe(false)

  const third = await createOrganization(server.sql, `Foreign to ${id}`)
  for (const organization of [String(third.id), '0', '-1', '999999999', '9'.repeat(40), 'x', '']) {
    expect(await cat.tell('/auth/switch', { organization })).toEqual([404, 'You belong to no such organization.'])
  }
  expect(await makeVisitor(server).tell('/auth/switch', { organization: '1' })).toEqual([401, 'Sign in first.'])
  expect((await cat.tell('/auth/switch', { organization: '1' }, { Origin: 'https://evil.example' }))[0]).toBe(403)
})

test('a session of an identity provider stays in its organization and sees nothing of others', async () => {
  const { id, visitor: dan } = await makeTraveller('dan@example.com')
  await dan.tell('/auth/switch', { organization: String(other.id) })
  const provided = makeVisitor(server)
  provided.cookies.set('tachograph_session', await startProviderSession(server, id))
  const { data } = await provided.ask('{ viewer { organizations { organization { name } } } sessions { provider } }')
  expect(data).toEqual({
    viewer: { organizations: [{ organization: { name: 'Test' } }] },
    sessions: [{ provider: 'Directory' }],
  })
  expect(await provided.tell('/auth/switch', { organization: String(other.id) })).toEqual([
    403,
    'You signed in with an identity provider, whose sessions stay in their organization.',
  ])
  const elsewhere = (await dan.ask('{ viewer { session { id } } }')).data.viewer.session.id
  expect((await provided.ask(`mutation { endSession(id: "${elsewhere}") }`)).errors![0]!.extensions!.code).toBe(
    'NOT_FOUND',
  )
  expect((await provided.ask('mutation { endOtherSessions }')).data.endOtherSessions).toBe(0)
  for (const mutation of [
    'updateProfile(name: "X") { name }',
    `changePassword(current: "${PASSWORD}", new: "another long password")`,
    'startSecondFactor { url }',
    'confirmSecondFactor(code: "123456") { recoveryCodes }',
    `endSecondFactor(password: "${PASSWORD}")`,
    `renewRecoveryCodes(password: "${PASSWORD}") { recoveryCodes }`,
  ]) {
    const { errors } = await provided.ask(`mutation { ${mutation} }`)
    expect(errors![0]!.extensions!.code, mutation).toBe('FORBIDDEN')
  }
})

test('a person changes their name and password, and other sessions end', async () => {
  const { id, visitor: fay } = await makeTraveller('fay@example.com')
  const second = await visitorOf(server, id)
  const rename = 'mutation ($name: String!) { updateProfile(name: $name) { id name email } }'
  expect((await fay.ask(rename, { name: ' Fay Wray ' })).data.updateProfile).toEqual({
    id: String(id),
    name: 'Fay Wray',
    email: 'fay@example.com',
  })
  for (const name of ['', '  ', 'x'.repeat(101), 'a\0b', '\ud800']) {
    expect((await fay.ask(rename, { name })).errors![0]!.extensions!.code).toBe('BAD_INPUT')
  }
  const change = 'mutation ($current: String!, $new: String!) { changePassword(current: $current, new: $new) }'
  for (const [current, next, message] of [
    ['wrong', 'another long password', 'The password is wrong.'],
    [PASSWORD, PASSWORD, 'The new password is the old one. Choose another one.'],
    [PASSWORD, 'Fay Wray  ', 'The password is your name or your address, which others know too. Choose another one.'],
    [PASSWORD, 'short', 'The password is too short: use at least 10 characters.'],
  ]) {
    expect((await fay.ask(change, { current, new: next })).errors![0]).toMatchObject({
      message,
      extensions: { code: 'BAD_INPUT' },
    })
  }
  expect((await fay.ask(change, { current: PASSWORD, new: 'another long password' })).data.changePassword).toBe(true)
  expect(await fay.get('/auth/state')).toMatchObject({ signedIn: true })
  await expect.poll(async () => (await second.get('/auth/state'))['signedIn']).toBe(false)
  const shown = { email: 'fay@example.com', password: 'another long password' }
  expect((await makeVisitor(server).tell('/auth/sign-in', shown))[0]).toBe(204)
  for (const organization of [server.organization, other]) {
    const lines = await auditOf(server, organization.id)
    expect(lines).toContain('fay@example.com: person.renamed fay@example.com')
    expect(lines).toContain('fay@example.com: person.password-changed fay@example.com')
  }
})

test('a key has no account', async () => {
  const { data } = (await server.ask(
    '{ viewer { user { id } session { id } organizations { role } secondFactor recoveryCodesLeft hasPassword } }',
  )) as { data: { viewer: unknown } }
  const none = { user: null, session: null, organizations: [], secondFactor: false, recoveryCodesLeft: 0 }
  expect(data.viewer).toEqual({ ...none, hasPassword: false })
  for (const query of [
    '{ sessions { id } }',
    'mutation { endSession(id: "1") }',
    'mutation { endOtherSessions }',
    'mutation { updateProfile(name: "X") { id } }',
    'mutation { changePassword(current: "x", new: "y") }',
    'mutation { startSecondFactor { url } }',
  ]) {
    const { errors } = await server.ask(query)
    expect(errors![0], query).toMatchObject({
      message: 'A key has no account: sign in as a person.',
      extensions: { code: 'FORBIDDEN' },
    })
  }
})
