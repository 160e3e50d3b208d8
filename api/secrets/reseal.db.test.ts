import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { makeSeal } from '../lib/seal.ts'
import { reseal } from './index.ts'

const OLD = 'the old secret, of thirty-two characters'
const NEW = 'the new secret, of thirty-two characters'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

test('what was sealed with an older secret is sealed with the first one', async () => {
  const { sql } = database
  const [old, lost, both] = [makeSeal([OLD]), makeSeal(['nobody knows this secret any more']), makeSeal([NEW, OLD])]
  await sql`
    insert into users (email, name, totp_secret) values
      ('a@example.com', 'A', ${old.seal('totp A')}), ('b@example.com', 'B', ${both.seal('totp B')}),
      ('c@example.com', 'C', ${lost.seal('totp C')}), ('d@example.com', 'D', null)`
  await sql`
    with made as (insert into organizations (name) values ('Test') returning id)
    insert into identity_providers (organization_id, name, issuer, client_id, client_secret)
    select id, 'Provider', 'https://id.example.com', 'client', ${old.seal('client secret')}::bytea from made`

  expect(await reseal(sql, both)).toEqual({ renewed: 2, current: 1, unreadable: 1 })

  const alone = makeSeal([NEW])
  const [user] = await sql<{ totpSecret: Buffer }[]>`select totp_secret from users where email = 'a@example.com'`
  const [provider] = await sql<{ clientSecret: Buffer }[]>`select client_secret from identity_providers`
  expect(alone.open(user!.totpSecret)).toBe('totp A')
  expect(alone.open(provider!.clientSecret)).toBe('client secret')
  expect(await reseal(sql, both)).toEqual({ renewed: 0, current: 3, unreadable: 1 })
})
