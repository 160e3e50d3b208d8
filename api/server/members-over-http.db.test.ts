import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePerson, makeVisitor, visitorOf } from './auth/testing.ts'
import { testServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => void (server = await testServer()))
afterAll(async () => {
  expect(server.logged).toEqual([])
  await server.stop()
})

const NAME = '{ viewer { role organization { name } } }'

test('somebody is invited by mail, comes in, gets another role, and is removed: each counts at once', async () => {
  const owner = await visitorOf(server, (await makePerson(server, 'owner@example.com', 'owner')).id)
  const asked = 'mutation { inviteMember(input: {email: "new@example.com", role: VIEWER}) { link } }'
  expect((await owner.ask(asked)).data.inviteMember).toEqual({ link: null })
  const token = /invitation\?token=([\w-]+)/.exec(server.mails.at(-1)!.text)![1]
  const newcomer = makeVisitor(server)
  const person = { name: 'New', password: 'a long and good phrase' }
  expect(await newcomer.tell('/auth/accept', { token, ...person })).toEqual([204, null])
  expect((await newcomer.ask(NAME)).data.viewer.role).toBe('VIEWER')

  const { members } = (await owner.ask('{ members { id email lastSeenAt } }')).data
  const { id, lastSeenAt } = members.find((member: { email: string }) => member.email === 'new@example.com')
  expect(Date.parse(lastSeenAt)).toBeGreaterThan(Date.now() - 60_000)
  await owner.ask(`mutation { changeMemberRole(userId: "${id}", role: ADMIN) { role } }`)
  await eventually(async () => expect((await newcomer.ask(NAME)).data.viewer.role).toBe('ADMIN'))
  await owner.ask(`mutation { removeMember(userId: "${id}") }`)
  await eventually(async () => expect((await newcomer.post('/graphql', { query: NAME })).status).toBe(401))
})

/** Within a second, as other processes need a moment to hear of it. */
async function eventually(check: () => Promise<void>) {
  for (let attempt = 0; attempt < 19; attempt++) {
    const passed = await check().then(
      () => true,
      () => false,
    )
    if (passed) return
    await sleep(50)
  }
  await check()
}
