import { expect, test } from 'vitest'
import { changedRows, versionsOf } from './changed-rows.ts'

const row = (id: string, changedAt: string) => ({ id, changedAt })

test('the first answer changes nothing', () => {
  expect(changedRows(null, [row('a', '1')])).toEqual([])
})

test('rows that changed or came are told', () => {
  const before = versionsOf([row('a', '1'), row('b', '1')])
  expect(changedRows(before, [row('c', '1'), row('a', '2'), row('b', '1')])).toEqual(['c', 'a'])
})
