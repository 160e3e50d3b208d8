import { expect, test } from 'vitest'
import { makeTurns } from './turns.ts'

test('so many at a time, in their order, also after a failure', async () => {
  const turns = makeTurns(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = (n: number) => () => {
    begun.push(n)
    return new Promise<number>((resolve, reject) =>
      ends.push(n === 1 ? () => reject(new Error('no')) : () => resolve(n)),
    )
  }
  const all = [1, 2, 3, 4].map((n) => turns.take(work(n)))
  expect([begun, turns.isFree()]).toEqual([[1, 2], false])
  ends[0]!()
  await expect(all[0]).rejects.toThrow('no')
  expect(begun).toEqual([1, 2, 3])
  ends[1]!()
  await all[1]
  expect(begun).toEqual([1, 2, 3, 4])
  ends[2]!()
  ends[3]!()
  expect(await Promise.all(all.slice(1))).toEqual([2, 3, 4])
  expect(turns.isFree()).toBe(true)
})
