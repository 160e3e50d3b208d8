import { CombinedError } from 'urql'
import { expect, test } from 'vitest'
import { nextQueryState, type QueryEvent, type QueryState } from './query-state.ts'

const blank: QueryState<string> = {
  data: undefined,
  dataKey: null,
  answeredKey: null,
  error: undefined,
  answeredAt: null,
}
const problem = new CombinedError({ networkError: new Error('away') })
const asked = (key: string, cached?: string): QueryEvent<string> => ({ type: 'asked', key, cached })
const answer = (key: string, data: string, at: number): QueryEvent<string> => ({
  type: 'answered',
  key,
  data,
  error: undefined,
  at,
})
const failure = (key: string): QueryEvent<string> => ({
  type: 'answered',
  key,
  data: undefined,
  error: problem,
  at: 9,
})
const after = (...events: QueryEvent<string>[]) => events.reduce(nextQueryState<string>, blank)

test('an answer is kept while another question is asked', () => {
  expect(after(asked('a'), answer('a', 'A', 1), asked('b'))).toMatchObject({ data: 'A', dataKey: 'a', answeredAt: 1 })
})

test('what was read before is shown at once, though not as an answer', () => {
  const state = after(asked('a'), answer('a', 'A', 1), asked('b', 'B'))
  expect(state).toMatchObject({ data: 'B', dataKey: 'b', answeredKey: 'a' })
})

test('data stay through a failure of the same question, with their age', () => {
  const state = after(answer('a', 'A', 1), failure('a'))
  expect(state).toMatchObject({ data: 'A', answeredAt: 1, error: problem })
})

test('data of another question do not stay through a failure', () => {
  expect(after(answer('a', 'A', 1), failure('b'))).toMatchObject({ data: undefined, answeredKey: 'b', error: problem })
})

test('an answer clears the failure', () => {
  expect(after(failure('a'), answer('a', 'A', 2)).error).toBeUndefined()
})
