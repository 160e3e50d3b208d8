import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dropSecondFactor } from '../../features/people/index.ts'
import { makeSeal } from '../../lib/seal.ts'
import { testServer, type TestServer } from '../testing.ts'
import { auditOf, makePerson, makeVisitor, PASSWORD, startProviderSession, type Visitor, visitorOf } from './testing.ts'

let server: TestServer
/** The clock stands still, but for what a test adds. */
const start = Date.now()
let later = 0
beforeAll(async () => {
  server = await testServer()
  server.services.now = () => new Date(start + later)
})
beforeEach(() => server.sql`delete from sign_in_failures`)
afterAll(async () => {
  expect(server.logged).toEqual([])
  await server.stop()
})

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: start + later + steps * 30_000 })
/** The next code: one that was not taken yet. */
const nextCode = (secret: string) => {
  later += 60_000
  return codeOf(secret)
}
const signIn = (visitor: Visitor, email: string) => visitor.post('/auth/sign-in', { email, password: PASSWORD })
const begin = 'mutation { startSecondFactor { secret url } }'
const confirm = 'mutation ($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes } }'
const state = '{ viewer { secondFactor recoveryCodesLeft } }'

/** A person with a second factor. */
async function withFactor(email: string) {
  const { id } = await makePerson(server, email)
  const person = await visitorOf(server, id)
  const { secret } = (await person.ask(begin)).data.startSecondFactor as { secret: string }
  const { data } = await person.ask(confirm, { code: nextCode(secret) })
  return { id, email, person, secret, codes: data.confirmSecondFactor.recoveryCodes as string[] }
}

test('a second factor counts from the first right code on', async () => {
  await makePerson(server, 'ada@example.com')
  const ada = makeVisitor(server)
  await signIn(ada, 'ada@example.com')
  expect((await ada.ask(confirm, { code: '123456' })).errors![0]!.message).toBe(
    'No second factor was started. Start one first.',
  )
  const first = (await ada.ask(begin)).data.startSecondFactor
  const { secret, url } = (await ada.ask(begin)).data.startSecondFactor
  expect(secret).not.toBe(first.secret)
  expect(new URL(url).searchParams.get('secret')).toBe(secret)
  for (const code of ['', 'abc', '000000', codeOf(first.secret), codeOf(secret, 5)]) {
    const { errors } = await ada.ask(confirm, { code })
    expect(errors![0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } })
    expect(errors![0]!.message).toMatch(/^The code is wrong\./)
  }
  expect((await signIn(makeVisitor(server), 'ada@example.com')).status).toBe(204)
  const { data } = await ada.ask(confirm, { code: codeOf(secret) })
  expect(data.confirmSecondFactor.recoveryCodes).toHaveLength(10)
  expect((await ada.ask(state)).data.viewer).toEqual({ secondFactor: true, recoveryCodesLeft: 10 })
  expect((await ada.ask(begin)).errors![0]!.message).toMatch(/^You have a second factor already\./)
  expect((await ada.ask(confirm, { code: codeOf(secret) })).errors![0]!.message).toMatch(/^You have a second factor/)
  expect(await auditOf(server, server.organization.id)).toContain(
    'ada@example.com: person.second-factor-started ada@example.com',
  )
})

test('the password alone opens nothing then, and a code comes in once', async () => {
  const { email, secret } = await withFactor('bob@example.com')
  const bob = makeVisitor(server)
  const response = await signIn(bob, email)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ secondFactor: true })
  expect(response.headers.getSetCookie()).toHaveLength(1)
  expect(response.headers.getSetCookie()[0]).toMatch(
    /^tachograph_sign_in=[\w-]+; Path=\/auth; Max-Age=300; HttpOnly; SameSite=Lax$/,
  )
  expect(await bob.get('/auth/state')).toMatchObject({ signedIn: false })
  expect((await bob.post('/graphql', { query: '{ viewer { role } }' })).status).toBe(401)
  const code = nextCode(secret)
  expect(await bob.tell('/auth/second-factor', { code: '000000' })).toEqual([
    401,
    'The code is wrong, or it was used already.',
  ])
  expect(await bob.tell('/auth/second-factor', { code: `${code.slice(0, 3)} ${code.slice(3)}` })).toEqual([204, null])
  expect([...bob.cookies.keys()]).toEqual(['tachograph_session'])
  expect(await bob.get('/auth/state')).toMatchObject({ signedIn: true })

  const thief = makeVisitor(server)
  await signIn(thief, email)
  expect((await thief.tell('/auth/second-factor', { code }))[0]).toBe(401)
  expect(await thief.tell('/auth/second-factor', { code: nextCode(secret) })).toEqual([204, null])
})

test('of many who show the same code at once one comes in', async () => {
  const { email, secret } = await withFactor('cat@example.com')
  const visitors = Array.from({ length: 4 }, () => makeVisitor(server))
  for (const visitor of visitors) await signIn(visitor, email)
  const code = nextCode(secret)
  const answers = await Promise.all(visitors.map((visitor) => visitor.tell('/auth/second-factor', { code })))
  expect(answers.filter(([status]) => status === 204)).toHaveLength(1)
})

test('a recovery code stands in once, however it is typed', async () => {
  const { email, person, codes } = await withFactor('dan@example.com')
  const [first, second] = codes
  for (const [code, status] of [
    [first!.toLowerCase().replaceAll('-', ' '), 204],
    [first!, 401],
    [second!, 204],
    ['AAAA-AAAA-AAAA-AAAA', 401],
  ] as const) {
    const visitor = makeVisitor(server)
    await signIn(visitor, email)
    expect((await visitor.tell('/auth/second-factor', { code }))[0], code).toBe(status)
  }
  expect((await person.ask(state)).data.viewer.recoveryCodesLeft).toBe(8)
})

test('the second step lasts five minutes, and its cookie cannot be made up', async () => {
  const { email, secret } = await withFactor('eve@example.com')
  const visitor = makeVisitor(server)
  await signIn(visitor, email)
  const cookie = visitor.cookies.get('tachograph_sign_in')!
  later += 5 * 60_000
  const over = [401, 'The sign-in took too long. Begin again with your password.']
  expect(await visitor.tell('/auth/second-factor', { code: codeOf(secret) })).toEqual(over)
  server.statements.length = 0
  const forger = makeVisitor(server)
  for (const value of ['x', 'A'.repeat(64), `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`]) {
    forger.cookies.set('tachograph_sign_in', value)
    expect(await forger.tell('/auth/second-factor', { code: '123456' })).toEqual(over)
  }
  expect(server.statements.filter((text) => text.includes('one_time_tokens'))).toEqual([])
})

test('wrong codes make one wait, and the password in between changes nothing', async () => {
  const { email, secret } = await withFactor('fay@example.com')
  const visitor = makeVisitor(server)
  for (let n = 0; n < 5; n++) {
    await signIn(visitor, email)
    expect((await visitor.tell('/auth/second-factor', { code: '000000' }))[0]).toBe(401)
  }
  expect((await visitor.tell('/auth/second-factor', { code: codeOf(secret) }))[0]).toBe(429)
  expect((await signIn(makeVisitor(server), email)).status).toBe(429)
  expect((await visitor.tell('/auth/second-factor', { code: nextCode(secret) }))[0]).toBe(204)
  for (let n = 0; n < 5; n++) await makeVisitor(server).post('/auth/sign-in', { email, password: 'wrong' })
  expect((await signIn(visitor, email)).status).toBe(429)
})

test('new recovery codes and the end take the password', async () => {
  const { id, email, person, secret, codes } = await withFactor('gus@example.com')
  const renew = 'mutation ($password: String!) { renewRecoveryCodes(password: $password) { recoveryCodes } }'
  const end = 'mutation ($password: String!) { endSecondFactor(password: $password) }'
  for (const mutation of [renew, end]) {
    const { errors } = await person.ask(mutation, { password: 'wrong' })
    expect(errors![0]).toMatchObject({ message: 'The password is wrong.', extensions: { code: 'BAD_INPUT' } })
  }
  const { data } = await person.ask(renew, { password: PASSWORD })
  expect(data.renewRecoveryCodes.recoveryCodes).toHaveLength(10)
  const visitor = makeVisitor(server)
  await signIn(visitor, email)
  expect((await visitor.tell('/auth/second-factor', { code: codes[0]! }))[0]).toBe(401)
  expect((await person.ask(end, { password: PASSWORD })).data.endSecondFactor).toBe(true)
  expect((await person.ask(state)).data.viewer).toEqual({ secondFactor: false, recoveryCodesLeft: 0 })
  // A step that was begun before is over.
  expect((await visitor.tell('/auth/second-factor', { code: nextCode(secret) }))[0]).toBe(401)
  expect((await signIn(visitor, email)).status).toBe(204)
  expect((await person.ask(renew, { password: PASSWORD })).errors![0]!.message).toBe('You have no second factor.')

  const provided = makeVisitor(server)
  provided.cookies.set('tachograph_session', await startProviderSession(server, id))
  expect((await provided.ask(begin)).errors![0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
})

test('guessing the password with a stolen session makes one wait', async () => {
  const { person } = await withFactor('hal@example.com')
  const end = 'mutation { endSecondFactor(password: "wrong") }'
  for (let n = 0; n < 5; n++) expect((await person.ask(end)).errors![0]!.message).toBe('The password is wrong.')
  const { errors } = await person.ask(end)
  expect(errors![0]).toMatchObject({ extensions: { code: 'RATE_LIMITED' } })
  expect(errors![0]!.message).toBe('There were too many failed attempts. Try again in 1 second.')
})

test('when the secret of the server is lost, a recovery code still counts', async () => {
  const { id, email, secret, codes } = await withFactor('kim@example.com')
  const sealed = makeSeal(['a secret that the server had once, 32 characters']).seal(secret)
  await server.sql`update users set totp_secret = ${sealed} where id = ${id}`
  const visitor = makeVisitor(server)
  await signIn(visitor, email)
  expect((await visitor.tell('/auth/second-factor', { code: codes[0]! }))[0]).toBe(204)
})

test('secrets and codes are not stored as they are', async () => {
  const { secret, codes } = await withFactor('ida@example.com')
  for (const table of ['users', 'recovery_codes', 'one_time_tokens', 'audit_events']) {
    const [row] = await server.sql<{ text: string }[]>`
      select coalesce(string_agg(t::text, ' '), '') as text from ${server.sql(table)} t`
    for (const shown of [secret, ...codes]) {
      expect(row!.text).not.toContain(shown)
      expect(row!.text).not.toContain(Buffer.from(shown).toString('hex'))
    }
  }
})

test('whoever runs the server ends it for somebody who lost everything', async () => {
  const { id, email } = await withFactor('lost@example.com')
  await dropSecondFactor(server.sql, ' Lost@Example.com', 'Command line')
  expect((await signIn(makeVisitor(server), email)).status).toBe(204)
  expect(await server.sql`select from recovery_codes where user_id = ${id}`).toHaveLength(0)
  const [line] = await server.sql<{ actor: string }[]>`
    select actor from audit_events where action = 'person.second-factor-ended' and subject = ${email}`
  expect(line).toEqual({ actor: 'Command line' })
  await expect(dropSecondFactor(server.sql, email, 'x')).rejects.toThrow('lost@example.com has no second factor.')
  await expect(dropSecondFactor(server.sql, 'no@example.com', 'x')).rejects.toThrow('Nobody has the address')
})
