import { graphql } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from './index.ts'

/** What is said about a value that no question can contain. Nothing is resolved. */
async function problemOf(source: string, variableValues?: Record<string, unknown>) {
  const { errors } = await graphql({ schema, source, variableValues: variableValues ?? null })
  return errors?.map(({ message, locations }) => `${message} at ${locations?.[0]?.line}:${locations?.[0]?.column}`)
}

test.each([
  ['from: "2020-02-30T00:00:00Z"', '"2020-02-30T00:00:00Z" names a day, hour or offset that does not exist. at 1:31'],
  ['from: 1700000000', '"1700000000" is not a text in quotes. at 1:31'],
  ['from: {a: [1]}', '"{a: [1]}" is not a text in quotes. at 1:31'],
  ['last: "30D"', '"30D" is not a duration. Write it as ISO 8601, such as PT6H, P30D or P1M. at 1:31'],
  ['last: P30D', '"P30D" is not a text in quotes. at 1:31'],
])('in the query: %s', async (range, problem) => {
  expect(await problemOf(`{ jobs(filter: {range: {${range}}}) { nodes { id } } }`)).toEqual([problem])
})

test.each([
  [{ from: 'now' }, '"now" is not an ISO 8601 time: write for example 2026-11-20T10:00:00Z.'],
  [{ from: 5 }, '"5" is not a text in quotes.'],
  [{ last: ['P1D'] }, '"[\\"P1D\\"]" is not a text in quotes.'],
])('in the variables: %j', async (range, problem) => {
  const query = 'query ($range: TimeRangeInput) { jobs(filter: {range: $range}) { nodes { id } } }'
  const [name] = Object.keys(range)
  expect(await problemOf(query, { range })).toEqual([expect.stringContaining(`at "range.${name}"; ${problem}`)])
})
