import { expect, test } from 'vitest'
import { makeBatchWriter } from './batch-writer.ts'
import { jobEvent } from './testing-events.ts'

const batch = (...ids: string[]) => ({ events: ids.map((externalId) => jobEvent({ externalId })) })
type Batch = ReturnType<typeof batch>
const nameOf = ({ events }: Batch) => events.map((event) => event.externalId).join('')
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** A writer whose batches end when the test says so. */
function controlled() {
  const begun: string[] = []
  const written: string[] = []
  const ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>()
  const writer = makeBatchWriter<Batch, void>({
    write(batch) {
      begun.push(nameOf(batch))
      return new Promise((resolve, reject) => ends.set(nameOf(batch), { resolve, reject }))
    },
    written: (batch) => written.push(nameOf(batch)),
  })
  return { writer, begun, written, end: (name: string) => ends.get(name)! }
}

test('two batches at once, told of in their order', async () => {
  const { writer, begun, written, end } = controlled()
  const work = (async () => {
    for (const name of ['a', 'b', 'c']) await writer.put(batch(name))
    await writer.settle()
  })()
  await turn()
  expect(begun).toEqual(['a', 'b'])
  end('b').resolve()
  await turn()
  expect([begun, written]).toEqual([['a', 'b'], []])
  end('a').resolve()
  await turn()
  expect([begun, written]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b'],
  ])
  end('c').resolve()
  await work
  expect(written).toEqual(['a', 'b', 'c'])
})

test('a batch about a job of another one waits for it', async () => {
  const { writer, begun, end } = controlled()
  await writer.put(batch('a', 'b'))
  const second = writer.put(batch('b', 'c'))
  await turn()
  expect(begun).toEqual(['ab'])
  end('ab').resolve()
  await second
  expect(begun).toEqual(['ab', 'bc'])
})

test('after a failure nothing more is begun, what runs is waited for, and nothing after it is told of', async () => {
  const { writer, begun, written, end } = controlled()
  await writer.put(batch('a'))
  await writer.put(batch('b'))
  let ended = false
  const third = writer.put(batch('c')).finally(() => (ended = true))
  third.catch(() => {})
  end('a').reject(new Error('lost'))
  await turn()
  expect(ended).toBe(false)
  end('b').resolve()
  await expect(third).rejects.toThrow('lost')
  await expect(writer.settle()).rejects.toThrow('lost')
  expect([begun, written]).toEqual([['a', 'b'], []])
})
