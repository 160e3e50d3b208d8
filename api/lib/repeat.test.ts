import { expect, test } from 'vitest'
import { repeat } from './repeat.ts'

test('what is under way is finished before it stops, and nothing begins afterwards', async () => {
  const log: string[] = []
  const repetition = repeat(
    async (signal) => {
      log.push('begins')
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      log.push('ends')
    },
    { everyMs: 1, failure: '', log: { info: () => {}, error: () => {} } },
  )
  await repetition.stop()
  expect(log).toEqual(['begins', 'ends'])
})

test('it begins at once, and again after each pause', async () => {
  let times = 0
  const enough = Promise.withResolvers<void>()
  const repetition = repeat(
    async () => {
      times++
      if (times === 3) enough.resolve()
    },
    { everyMs: 1, failure: '', log: { info: () => {}, error: () => {} } },
  )
  await enough.promise
  await repetition.stop()
  expect(times).toBe(3)
})

test('a failure is logged, and gives it a longer pause', async () => {
  const logged = Promise.withResolvers<unknown>()
  let times = 0
  const repetition = repeat(
    () => {
      times++
      return Promise.reject(new Error('away'))
    },
    {
      everyMs: 1,
      failure: 'It could not be done',
      log: { info: () => {}, error: (text, fields) => logged.resolve([text, fields]) },
    },
  )
  expect(await logged.promise).toEqual(['It could not be done', { error: new Error('away') }])
  await new Promise((resolve) => setTimeout(resolve, 50))
  await repetition.stop()
  expect(times).toBe(1)
})
