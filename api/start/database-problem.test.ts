import { expect, test } from 'vitest'
import { UserError } from '../lib/user-error.ts'
import { explainDatabaseProblem } from './database-problem.ts'

const URL = 'postgres://ann:secret@db.example:6543/main'

test.each([
  ['ECONNREFUSED', 'No database server answers at db.example:6543: is it running there?'],
  ['ENOTFOUND', 'The database host "db.example" is not known: is the name in DATABASE_URL right?'],
  ['CONNECT_TIMEOUT', 'The database server at db.example:6543 cannot be reached (CONNECT_TIMEOUT).'],
  ['28P01', 'The database server at db.example:6543 refuses the password of the user "ann".'],
  ['3D000', 'There is no database "main" on the server at db.example:6543'],
])('%s', (code, sentence) => {
  const problem = explainDatabaseProblem(Object.assign(new Error('what the driver says'), { code }), URL)
  expect(problem).toBeInstanceOf(UserError)
  expect(String(problem)).toContain(sentence)
  expect(String(problem)).not.toContain('secret')
})

test('a host with two addresses that both refuse', () => {
  const each = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  expect(String(explainDatabaseProblem(new AggregateError([each, each]), 'postgres://localhost/a'))).toContain(
    'No database server answers at localhost:5432',
  )
})

test('other errors stay what they are', () => {
  for (const error of [new TypeError('a bug'), new UserError('a sentence'), 'text']) {
    expect(explainDatabaseProblem(error, URL)).toBe(error)
  }
})
