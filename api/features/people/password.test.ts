import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('a password belongs to its hash and to no other', async () => {
  const [first, second] = await Promise.all([
    hashPassword('correct horse battery'),
    hashPassword('correct horse battery'),
  ])
  expect(first).toMatch(/^scrypt:[\w-]{22}:[\w-]{43}$/)
  expect(first).not.toBe(second)
  expect(await verifyPassword('correct horse battery', first)).toBe(true)
  expect(await verifyPassword('correct horse batter', first)).toBe(false)
  expect(await verifyPassword('correct horse battery', null)).toBe(false)
})

test('the same letters typed on another keyboard are the same password', async () => {
  expect(await verifyPassword('Å password of mine', await hashPassword('Å password of mine'))).toBe(true)
})
