import { expect, test, vi } from 'vitest'
import { followLatest } from './latest.ts'

function counter() {
  let [now, seen] = [0, 0]
  const onClose = vi.fn<() => void>()
  const { tell, values } = followLatest({
    take: () => (now === seen ? null : (seen = now)),
    onClose,
  })
  return { count: () => (now++, tell()), values, onClose }
}

test('gives what is new, and waits when nothing is', async () => {
  const { count, values } = counter()
  count()
  expect(await values.next()).toEqual({ value: 1, done: false })
  const waiting = values.next()
  count()
  expect(await waiting).toEqual({ value: 2, done: false })
})

test('a reader that comes late gets the newest only', async () => {
  const { count, values } = counter()
  for (let i = 0; i < 1_000; i++) count()
  expect((await values.next()).value).toBe(1_000)
})

test('ends once, and whoever waits hears of it', async () => {
  const { values, onClose } = counter()
  const waiting = values.next()
  await values.return!()
  await values.return!()
  expect(await waiting).toEqual({ value: undefined, done: true })
  expect(await values.next()).toEqual({ value: undefined, done: true })
  expect(onClose).toHaveBeenCalledTimes(1)
})
