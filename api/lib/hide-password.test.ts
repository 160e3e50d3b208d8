import { expect, test } from 'vitest'
import { hidePassword } from './hide-password.ts'

test.each([
  ['postgres://ann:secret@db:5432/a', 'postgres://ann:***@db:5432/a'],
  ['postgres://ann:sec:r@t/e@db/a', 'postgres://ann:***@db/a'],
  ['postgres://:secret@db/a', 'postgres://:***@db/a'],
  ['postgres://db/a?user=ann&password=secret&sslmode=require', 'postgres://db/a?user=ann&password=***&sslmode=require'],
  ['ann:secret@db', 'ann:***@db'],
  ['postgres://ann@db:5432/a', 'postgres://ann@db:5432/a'],
  ['mysql://db:3306/a', 'mysql://db:3306/a'],
  ['nonsense', 'nonsense'],
])('%s', (address, shown) => {
  expect(hidePassword(address)).toBe(shown)
})
