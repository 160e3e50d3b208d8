import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { decodeChange, encodeChange } from './change-message.ts'
import { joinChanges, MOST_IDS } from './coalesce-changes.ts'
import type { Change } from './changes.ts'

const change = (ids: string[] | null, from = 1000, to = 2000): Change => ({
  organizationId: 7,
  dataset: 'jobs',
  from: new Date(from),
  to: new Date(to),
  ids,
})
const ids = (count: number) => Array.from({ length: count }, () => randomUUID())

test('a change survives the way through a notification', () => {
  for (const original of [change(null), change([]), change(ids(3))]) {
    expect(decodeChange(encodeChange(original))).toEqual(original)
  }
})

test('the text stays below 8,000 bytes, and too many jobs are not named', () => {
  expect(encodeChange(change(ids(MOST_IDS))).length).toBeLessThan(8000)
  expect(decodeChange(encodeChange(change(ids(MOST_IDS + 1))))?.ids).toBeNull()
})

test('text that is not ours is ignored', () => {
  for (const text of ['', 'hello', '{}', '[]', '["a"]', 'null']) expect(decodeChange(text)).toBeNull()
})

test('joined changes cover both and name each job once', () => {
  const [a, b] = [ids(2), ids(2)]
  const joined = joinChanges(change(a, 1000, 1500), change([...a, ...b], 500, 1200))
  expect(joined).toEqual(change([...a, ...b], 500, 1500))
  expect(joinChanges(change(a), change(null))?.ids).toBeNull()
  expect(joinChanges(change(a), { ...change(b), organizationId: 8 })).toBeNull()
})
