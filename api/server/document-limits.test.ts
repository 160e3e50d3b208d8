import { readFileSync } from 'node:fs'
import { getIntrospectionQuery, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../schema/index.ts'
import { checkDocument } from './document-limits.ts'
import { checkText } from './query-limits.ts'

const check = (text: string) => checkDocument(parse(text))
const list = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ')

describe('checkDocument', () => {
  test('takes what tools send', () => {
    expect(() => check(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }))).not.toThrow()
    expect(() =>
      check(`{ ${list(100, (i) => `a${i}: b`)} }`.replaceAll('b', 'c { d }').replace('{ a0', '{ x { a0') + '}'),
    ).not.toThrow()
  })

  test("takes the page's own operations", () => {
    const written = new URL('../../web/gql/persisted-documents.json', import.meta.url)
    const texts: string[] = Object.values(JSON.parse(readFileSync(written, 'utf8')))
    expect(texts.length).toBeGreaterThan(5)
    for (const text of texts) {
      expect(() => checkText(text)).not.toThrow()
      expect(() => check(text)).not.toThrow()
    }
  })

  test.each([
    ['aliases', `{ x { ${list(101, (i) => `a${i}: b`)} } }`, 'The query has more than 100 aliases.'],
    ['aliases in fragments', `{ x { ${'...F '.repeat(60)} } } fragment F on X { a: b c: d }`, 'more than 100 aliases'],
    ['the same field', `{ x { ${'a '.repeat(102)} } }`, 'The query repeats more than 100 fields.'],
    [
      'the same field through fragments',
      `{ ${'...F '.repeat(102)} } fragment F on X { a }`,
      'repeats more than 100 fields',
    ],
    ['fields', `{ x { ${list(1_000, (i) => `a${i}`)} } }`, 'The query asks for more than 1,000 fields.'],
    ['fields at the root', `{ ${list(51, (i) => `a${i}`)} }`, 'more than 50 fields at its root'],
    ['changes', `mutation { ${list(11, (i) => `a${i}`)} }`, 'more than 10 fields at its root'],
    ['variables', `query (${list(101, (i) => `$a${i}: Int`)}) { b }`, 'The query has more than 100 variables.'],
    ['operations', list(21, (i) => `query a${i} { b }`), 'The query has more than 20 operations.'],
    ['fragments', `{ a } ${list(101, (i) => `fragment a${i} on X { b }`)}`, 'The query has more than 100 fragments.'],
    ['levels', `${'{ a '.repeat(26)} ${'} '.repeat(26)}`, 'nests fields more than 25 levels deep'],
    [
      'levels through fragments',
      `{ ...F0 } ${list(30, (i) => `fragment F${i} on X { a { ...F${i + 1} } }`)} fragment F30 on X { a }`,
      'nests fields more than 25',
    ],
    [
      'fragments that multiply',
      `{ ...F0 } ${list(30, (i) => `fragment F${i} on X { ...F${i + 1} ...F${i + 1} }`)} fragment F30 on X { a }`,
      'more than',
    ],
    ['fragments that nothing uses', `{ a } fragment F on X { ${'a '.repeat(102)} }`, 'repeats more than 100 fields'],
  ])('refuses too many %s', (_what, text, message) => {
    expect(() => check(text)).toThrow(message)
  })

  test('leaves cycles and unknown fragments to validation, which explains them', () => {
    const text = '{ ...A ...Nothing } fragment A on Query { ...B } fragment B on Query { ...A viewer { ...B } }'
    expect(() => check(text)).not.toThrow()
    expect(validate(schema, parse(text)).map(({ message }) => message)).toContain(
      'Cannot spread fragment "A" within itself via "B".',
    )
  })
})
