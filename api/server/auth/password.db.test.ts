import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeResetLink } from '../../features/people/index.ts'
import { smtpMailer } from '../../mail/index.ts'
import { testMailServer } from '../../mail/testing.ts'
import { testServer, type TestServer } from '../testing.ts'
import { auditOf, makePerson, makeVisitor, PASSWORD } from './testing.ts'

const NEW = 'another long password'

let server: TestServer
const start = Date.now()
let later = 0
let post: Awaited<ReturnType<typeof testMailServer>>
beforeAll(async () => {
  post = await testMailServer()
  server = await testServer()
  server.services.mail = smtpMailer({ url: post.url, from: 'Tachograph <tachograph@example.com>' })
  server.services.now = () => new Date(start + later)
})
beforeEach(() => server.sql`delete from sign_in_failures`)
afterAll(async () => {
  await server.stop()
  await post.close()
})

const signIn = (email: string, password: string) => makeVisitor(server).tell('/auth/sign-in', { email, password })
const tokenOf = (link: string) => new URL(link).searchParams.get('token')!

test('who forgot the password gets a letter, and chooses another one', async () => {
  await makePerson(server, 'ada@example.com')
  const ada = makeVisitor(server)
  await ada.post('/auth/sign-in', { email: 'ada@example.com', password: PASSWORD })
  const visitor = makeVisitor(server)
  expect(await visitor.tell('/auth/forgot', { email: ' Ada@Example.com' })).toEqual([204, null])
  const link = await post.linkFor('ada@example.com')
  expect(link.startsWith(`${server.base}/reset-password?token=`)).toBe(true)
  const token = tokenOf(link)

  expect(await visitor.tell('/auth/reset', { token, password: 'short' })).toEqual([
    400,
    'The password is too short: use at least 10 characters.',
  ])
  expect((await visitor.tell('/auth/reset', { token, password: 'Password123' }))[0]).toBe(400)
  expect((await visitor.tell('/auth/reset', { token, password: 'ada@example.com' }))[0]).toBe(400)
  expect(await visitor.tell('/auth/reset', { token, password: NEW })).toEqual([204, null])
  expect(visitor.cookies.size).toBe(0)
  expect(await visitor.tell('/auth/reset', { token, password: NEW })).toEqual([
    404,
    'This link was used already, or it is over. Ask for a new one.',
  ])
  expect((await signIn('ada@example.com', PASSWORD))[0]).toBe(401)
  expect((await signIn('ada@example.com', NEW))[0]).toBe(204)
  await expect.poll(async () => (await ada.get('/auth/state'))['signedIn']).toBe(false)
  expect(await auditOf(server, server.organization.id)).toContain(
    'ada@example.com: person.password-changed ada@example.com',
  )
})

test('the answer is the same for everybody, and comes before anything is looked up', async () => {
  const { id } = await makePerson(server, 'sso@example.com')
  await server.sql`update users set password_hash = null where id = ${id}`
  const before = post.received.length
  for (const email of ['sso@example.com', 'nobody@example.com', 'not an address', 'x'.repeat(900)]) {
    expect(await makeVisitor(server).tell('/auth/forgot', { email })).toEqual([204, null])
  }
  await makePerson(server, 'bob@example.com')
  await makeVisitor(server).tell('/auth/forgot', { email: 'bob@example.com' })
  await post.linkFor('bob@example.com')
  expect(post.received.slice(before).flatMap(({ to }) => to)).toEqual(['bob@example.com'])
  const [row] = await server.sql`select count(*)::int as links from one_time_tokens where user_id = ${id}`
  expect(row!['links']).toBe(0)
})

test('nobody fills a mailbox', async () => {
  await makePerson(server, 'cat@example.com')
  const forgot = () => makeVisitor(server).tell('/auth/forgot', { email: 'cat@example.com' })
  await Promise.all(Array.from({ length: 12 }, forgot))
  const letters = () => post.received.filter(({ to }) => to.includes('cat@example.com')).length
  await expect.poll(letters, { timeout: 10_000 }).toBe(3)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(letters()).toBe(3)
})

test('a link is over after an hour, and when the password was changed otherwise', async () => {
  await makePerson(server, 'dan@example.com')
  const first = tokenOf(await makeResetLink(server.services, 'dan@example.com'))
  const second = tokenOf(await makeResetLink(server.services, 'dan@example.com'))
  const visitor = makeVisitor(server)
  expect((await visitor.tell('/auth/reset', { token: first, password: NEW }))[0]).toBe(204)
  expect((await visitor.tell('/auth/reset', { token: second, password: NEW }))[0]).toBe(404)
  const third = tokenOf(await makeResetLink(server.services, 'dan@example.com'))
  later += 3_600_000
  expect((await visitor.tell('/auth/reset', { token: third, password: NEW }))[0]).toBe(404)
})

test('of many who use a link at once one does', async () => {
  await makePerson(server, 'eve@example.com')
  const token = tokenOf(await makeResetLink(server.services, 'eve@example.com'))
  const shown = [1, 2, 3, 4].map((n) => ({ token, password: `${NEW} ${n}` }))
  const answers = await Promise.all(shown.map((body) => makeVisitor(server).tell('/auth/reset', body)))
  expect(answers.map(([status]) => status).sort()).toEqual([204, 404, 404, 404])
})

test('a token that was made up is refused without a look into the database', async () => {
  server.statements.length = 0
  const session = server.services.tokens.make('session')
  for (const token of ['', 'x', 'A'.repeat(64), "' or 1=1 --", session]) {
    expect((await makeVisitor(server).tell('/auth/reset', { token, password: NEW }))[0]).toBe(404)
  }
  expect(server.statements.filter((text) => !text.includes('rate_limits'))).toEqual([])
})

test('a new password ends the delays of the old one', async () => {
  await makePerson(server, 'fay@example.com')
  for (let n = 0; n < 5; n++) await signIn('fay@example.com', 'wrong')
  const token = tokenOf(await makeResetLink(server.services, 'fay@example.com'))
  await makeVisitor(server).tell('/auth/reset', { token, password: NEW })
  const account = await server.sql`select failures from sign_in_failures`
  expect(account).toHaveLength(1)
})

test('a link to hand over is for those who have a password', async () => {
  await expect(makeResetLink(server.services, 'nobody@example.com')).rejects.toThrow('Nobody has the address')
  await expect(makeResetLink(server.services, 'sso@example.com')).rejects.toThrow('sign in with an identity provider')
})

test('when a letter cannot be sent it is logged, and the person is answered', async () => {
  expect(server.logged).toEqual([])
  await makePerson(server, 'gus@example.com')
  const working = server.services.mail
  server.services.mail = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'a@example.com' })
  expect(await makeVisitor(server).tell('/auth/forgot', { email: 'gus@example.com' })).toEqual([204, null])
  await expect.poll(() => server.logged).toHaveLength(1)
  expect(server.logged[0]).toContain('ECONNREFUSED')
  server.services.mail = null
  expect(await makeVisitor(server).tell('/auth/forgot', { email: 'gus@example.com' })).toEqual([204, null])
  server.services.mail = working
})
