import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setupToken } from '../../features/people/index.ts'
import { testServer, type TestServer } from '../testing.ts'
import { auditOf, makePerson, makeVisitor, PASSWORD } from './testing.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  // The clock stands still: delays do not pass while a slow machine works.
  const start = new Date()
  server.services.now = () => start
  await makePerson(server, 'ada@example.com', 'owner')
})
beforeEach(() => server.sql`delete from sign_in_failures`)
afterAll(async () => {
  expect(server.logged).toEqual([])
  await server.stop()
})

const right = { email: 'ada@example.com', password: PASSWORD }
const wrong = { email: 'ada@example.com', password: 'wrong' }
const nobody = { email: 'nobody@example.com', password: 'wrong' }

test('a person signs in, asks, and signs out', async () => {
  const ada = makeVisitor(server)
  expect(await ada.get('/auth/state')).toEqual({ signedIn: false, setupNeeded: false, mail: true, providers: [] })
  const response = await ada.post('/auth/sign-in', { ...right, email: '  ADA@example.com ' })
  expect(response.status).toBe(204)
  const [session] = response.headers.getSetCookie()
  expect(session).toMatch(/^tachograph_session=[\w-]+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/)
  expect(await ada.get('/auth/state')).toMatchObject({ signedIn: true, setupNeeded: false })
  const { data } = await ada.ask('{ viewer { user { name email } role secondFactor recoveryCodesLeft hasPassword } }')
  expect(data.viewer).toEqual({
    user: { name: 'ada', email: 'ada@example.com' },
    role: 'OWNER',
    secondFactor: false,
    recoveryCodesLeft: 0,
    hasPassword: true,
  })
  expect((await ada.post('/auth/sign-out', {})).status).toBe(204)
  expect(ada.cookies.size).toBe(0)
  expect(await auditOf(server, server.organization.id)).toContain('ada@example.com: person.signed-in ada@example.com')
})

test('a session that was ended is over for whoever copied its cookie', async () => {
  const ada = makeVisitor(server)
  await ada.post('/auth/sign-in', right)
  const thief = makeVisitor(server)
  for (const [name, value] of ada.cookies) thief.cookies.set(name, value)
  expect(await thief.get('/auth/state')).toMatchObject({ signedIn: true })
  await ada.post('/auth/sign-out', {})
  await expect.poll(async () => (await thief.get('/auth/state'))['signedIn']).toBe(false)
})

test('behind https the cookie is for https only', async () => {
  const response = await makeVisitor(server).post('/auth/sign-in', right, { 'X-Forwarded-Proto': 'https' })
  for (const cookie of response.headers.getSetCookie()) expect(cookie).toMatch(/; Secure$/)
})

test('a wrong password and an unknown address get the same answer, by the same statements', async () => {
  const visitor = makeVisitor(server)
  await visitor.tell('/auth/sign-in', wrong)
  const answers = []
  for (const shown of [wrong, nobody]) {
    server.statements.length = 0
    const answer = await visitor.tell('/auth/sign-in', shown)
    // Requests of an address and when sessions were last seen are counted beside, now and then.
    answers.push([answer, server.statements.filter((text) => /from users|sign_in_failures/.test(text))])
  }
  expect(answers[0]![0]).toEqual([401, 'The address or the password is wrong.'])
  expect(answers[0]![1]!.length).toBeGreaterThan(2)
  expect(answers[1]).toEqual(answers[0])
})

test('an unknown address takes as long as a wrong password', async () => {
  const visitor = makeVisitor(server)
  const times = { wrong: [] as number[], nobody: [] as number[] }
  for (let round = 0; round < 5; round++) {
    for (const [name, shown] of [['wrong', wrong] as const, ['nobody', nobody] as const]) {
      await server.sql`delete from sign_in_failures`
      const start = performance.now()
      await visitor.tell('/auth/sign-in', shown)
      times[name].push(performance.now() - start)
    }
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
  const ratio = median(times.nobody) / median(times.wrong)
  expect(ratio).toBeGreaterThan(0.6)
  expect(ratio).toBeLessThan(1.6)
})

test.each([wrong, nobody])('after five failures $email waits, and the right password too', async (shown) => {
  const visitor = makeVisitor(server)
  for (let n = 0; n < 5; n++) expect((await visitor.tell('/auth/sign-in', shown))[0]).toBe(401)
  const response = await visitor.post('/auth/sign-in', { ...shown, password: PASSWORD })
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('1')
  expect(await response.json()).toEqual({ error: 'There were too many failed attempts. Try again in 1 second.' })
})

test('whoever comes in begins at nought again', async () => {
  const visitor = makeVisitor(server)
  for (let n = 0; n < 4; n++) await visitor.tell('/auth/sign-in', wrong)
  expect(await visitor.tell('/auth/sign-in', right)).toEqual([204, null])
  // Of the address four are left: one more before it waits.
  expect((await visitor.tell('/auth/sign-in', wrong))[0]).toBe(401)
  expect((await visitor.tell('/auth/sign-in', right))[0]).toBe(429)
})

test('a person without a password, or without an organization, cannot sign in', async () => {
  const { id } = await makePerson(server, 'sso@example.com')
  await makePerson(server, 'gone@example.com')
  await server.sql`update users set password_hash = null where id = ${id}`
  await server.sql`delete from memberships where user_id = (select id from users where email = 'gone@example.com')`
  for (const email of ['sso@example.com', 'gone@example.com']) {
    expect(await makeVisitor(server).tell('/auth/sign-in', { email, password: PASSWORD })).toEqual([
      401,
      'The address or the password is wrong.',
    ])
  }
})

test.each([
  ['', 'The body is not JSON.'],
  ['{', 'The body is not JSON.'],
  ['[]', 'The body has to be a JSON object, as {"email": "..."}.'],
  ['null', 'The body has to be a JSON object, as {"email": "..."}.'],
  ['{}', '"email" is missing.'],
  ['{"__proto__": {"email": "a"}}', '"email" is missing.'],
  ['{"email": 1, "password": "x"}', '"email" has to be a text in quotes.'],
  ['{"email": "a", "password": {"x": 1}}', '"password" has to be a text in quotes.'],
  ['{"email": "a", "password": "\\u0000"}', '"password" has a character that cannot be stored: leave it out.'],
  ['{"email": "\\ud800", "password": "x"}', '"email" has a character that cannot be stored: leave it out.'],
  [JSON.stringify({ email: 'a', password: 'x'.repeat(1001) }), '"password" is longer than 1,000 characters.'],
])('%s is refused in plain words', async (body, sentence) => {
  expect(await makeVisitor(server).tell('/auth/sign-in', body)).toEqual([400, sentence])
})

test('a strange browser and strange tokens are answered, not crashed on', async () => {
  const visitor = makeVisitor(server)
  const agent = { 'User-Agent': `x${'ü\t'.repeat(500)}` }
  expect(await visitor.tell('/auth/sign-in', right, agent)).toEqual([204, null])
  for (const Cookie of ['tachograph_session', 'tachograph_session=;=', `tachograph_session=${'A'.repeat(64)}`, '%00']) {
    const headers = { Cookie }
    expect((await visitor.tell('/auth/sign-out', {}, headers))[0]).toBe(204)
    expect((await visitor.tell('/auth/switch', { organization: '1' }, headers))[0]).toBe(401)
    expect((await visitor.tell('/auth/second-factor', { code: '123456' }, headers))[0]).toBe(401)
  }
})

test('nothing that opens a door is stored as it is', async () => {
  const ada = makeVisitor(server)
  await ada.post('/auth/sign-in', right)
  for (const table of ['sessions', 'users', 'audit_events']) {
    const [row] = await server.sql<{ text: string }[]>`
      select string_agg(t::text, ' ') as text from ${server.sql(table)} t`
    for (const secret of [ada.cookies.get('tachograph_session')!, PASSWORD]) expect(row!.text).not.toContain(secret)
  }
})

test('the first organization is made with the token of the start, once', async () => {
  const empty = await testServer()
  try {
    await empty.owner`delete from organizations`
    const token = await setupToken(empty.services)
    expect(await setupToken(empty.services)).toBe(token)
    const visitor = makeVisitor(empty)
    expect(await visitor.get('/auth/state')).toMatchObject({ signedIn: false, setupNeeded: true })
    const input = { ...right, name: 'Ada', organization: 'First', token }
    expect((await visitor.tell('/auth/setup', { ...input, token: 'x' }))[0]).toBe(403)
    expect(await visitor.tell('/auth/setup', { ...input, password: 'short' })).toEqual([
      400,
      'The password is too short: use at least 10 characters.',
    ])
    expect(await visitor.tell('/auth/setup', { ...input, email: 'ada' })).toEqual([
      400,
      '"ada" is not an e-mail address.',
    ])
    expect(await visitor.tell('/auth/setup', input)).toEqual([204, null])
    const { data } = await visitor.ask('{ viewer { organization { id name } role } }')
    expect(data.viewer).toMatchObject({ organization: { name: 'First' }, role: 'OWNER' })
    expect(await auditOf(empty, Number(data.viewer.organization.id))).toEqual([
      'ada@example.com: organization.created First',
      'ada@example.com: person.signed-in ada@example.com',
    ])
    expect((await visitor.tell('/auth/setup', { ...input, organization: 'Second' }))[0]).toBe(403)
    expect(await setupToken(empty.services)).toBeNull()
  } finally {
    await empty.stop()
  }
})
