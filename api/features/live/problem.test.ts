import { GraphQLError } from 'graphql'
import { expect, test, vi } from 'vitest'
import { badInput } from '../../schema/errors.ts'
import { problemFor } from './problem.ts'

const log = { info: vi.fn(), error: vi.fn() }

test('what is meant for people is told as it is', () => {
  const error = badInput('There is no such measure.')
  expect(problemFor(error, log)).toBe(error)
  expect(log.error).not.toHaveBeenCalled()
})

test('a database that is away is told as such', () => {
  const error = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:5432'), { code: 'ECONNREFUSED' })
  expect(problemFor(error, log)).toMatchObject({ extensions: { code: 'UNAVAILABLE' } })
  expect(problemFor(error, log).message).not.toContain('10.0.0.1')
})

test('what is ours stays here, and is logged', () => {
  const error = new Error('column "secret" does not exist')
  expect(problemFor(error, log).message).toBe('The server could not answer this. It tries again by itself.')
  const wrapped = new GraphQLError(error.message, { originalError: error })
  expect(problemFor(wrapped, log).message).not.toContain('secret')
  expect(log.error).toHaveBeenCalledTimes(2)
})
