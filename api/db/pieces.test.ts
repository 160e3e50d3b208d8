import { expect, test } from 'vitest'
import { pieces as sql, toStatement } from './pieces.ts'

test('values become parameters in the order in which they stand, names are quoted', () => {
  const inner = sql`${sql('r.at')} > ${new Date(0)} and x = any(${['a', '{}"']})`
  const { text, parameters } = toStatement(sql`select ${1} from ${sql('we"ird')} where ${inner} and y is ${null}`)
  expect(text).toBe('select $1 from "we""ird" where "r"."at" > $2 and x = any($3) and y is $4')
  expect(parameters).toEqual([1, new Date(0), '{"a","{}\\""}', null])
})

test('a list that stands in several places is sent once', () => {
  const [list, other] = [
    [1, null],
    [1, null],
  ]
  const { text, parameters } = toStatement(sql`${list} ${1} ${list} ${other} ${1}`)
  expect(text).toBe('$1 $2 $1 $3 $4')
  expect(parameters).toEqual(['{1,null}', 1, '{1,null}', 1])
})

test('a value is never text of the statement, whatever it looks like', () => {
  const hostile = "'; drop table jobs; --"
  expect(toStatement(sql`select ${hostile}`)).toEqual({ text: 'select $1', parameters: [hostile] })
  expect(toStatement(sql``)).toEqual({ text: '', parameters: [] })
})
