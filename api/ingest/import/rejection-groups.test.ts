import { expect, test } from 'vitest'
import { rejectionGroups } from './rejection-groups.ts'

test('reasons that differ only in values are one group; the largest comes first', () => {
  const groups = rejectionGroups()
  groups.add({ line: 2, reason: 'pipeline is missing' })
  for (let line = 3; line < 10; line++) groups.add({ line, reason: `status: "s\\"${line}" is not known` })
  groups.add({ line: 11, reason: 'finishedAt 2024-01-01T00:00:00.000Z lies before startedAt 2024-02-01T00:00:00.000Z' })
  groups.add({ line: 12, reason: 'finishedAt 2023-01-01T00:00:00.000Z lies before startedAt 2023-02-01T00:00:00.000Z' })
  expect(groups.describe(2)).toEqual([
    '7 × status: "s\\"3" is not known  [lines 3, 4, 5, 6, 7, …]',
    '2 × finishedAt 2024-01-01T00:00:00.000Z lies before startedAt 2024-02-01T00:00:00.000Z  [lines 11, 12]',
    '1 × other reasons',
  ])
  expect(rejectionGroups().describe(20)).toEqual([])
})

test('any number of different reasons takes a bounded memory, and all are counted', () => {
  const groups = rejectionGroups()
  for (let line = 1; line <= 5000; line++) groups.add({ line, reason: 'x'.repeat(line) })
  expect(groups.describe(1)).toEqual([expect.stringContaining('1 × x'), '4999 × other reasons'])
})
