import { getIntrospectionQuery, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../schema/index.ts'
import { checkSize, checkText, checkVariables } from './query-limits.ts'

describe('checkText', () => {
  test('takes what tools and programs send', () => {
    const job = '{pipeline: "p", externalId: "e", status: QUEUED, labels: [{name: "a", value: "b"}]}'
    for (const text of [
      '',
      '{ viewer { organization { name } } }',
      getIntrospectionQuery({ inputValueDeprecation: true }),
      `mutation { recordJobs(input: [${job.repeat(300)}]) { accepted } }`,
    ]) {
      expect(() => checkText(text)).not.toThrow()
    }
  })

  test.each([
    ['fields in fields', '{a'.repeat(20_000)],
    ['lists in lists', `{jobs(filter:${'['.repeat(20_000)}`],
    ['objects in objects', `{jobs(filter:${'{text:'.repeat(10_000)}`],
    ['types in types', `query($a:${'['.repeat(20_000)}`],
  ])('refuses %s without end', (_what, text) => {
    expect(() => checkText(text)).toThrow('The query nests more than 50 levels deep. Ask in several queries.')
  })

  test('refuses what is long, whatever it is made of', () => {
    expect(() => checkText(`{ a } #${'x'.repeat(70_000)}`)).toThrow('The query is longer than 65,536 characters.')
    expect(() => checkText(`{ ${'a '.repeat(10_000)} }`)).toThrow('The query has more than 10,000 words and signs.')
    expect(() => checkText(`{ a ${'@b '.repeat(51)} }`)).toThrow('The query has more than 50 directives.')
  })

  test('an error of the text is told as the parser tells it', () => {
    expect(() => checkText('{ a(b: "c')).toThrow('Syntax Error: Unterminated string.')
  })
})

describe('checkVariables', () => {
  const nested = (depth: number): unknown =>
    depth === 0 ? 1 : depth % 2 ? [nested(depth - 1)] : { a: nested(depth - 1) }

  test('takes what programs send, and what is none', () => {
    for (const variables of [undefined, null, {}, { a: null, b: [1, 'x', { c: true }] }, { a: nested(40) }]) {
      expect(checkVariables(variables)).toBeNull()
    }
  })
  test('refuses what nests without end', () => {
    expect(checkVariables(JSON.parse(`{"a": ${'['.repeat(5_000)}${']'.repeat(5_000)}}`))?.message).toBe(
      'The variables nest more than 50 levels deep.',
    )
    expect(checkVariables({ a: nested(60) })).not.toBeNull()
  })
})

describe('checkSize', () => {
  const size = (text: string, variableValues?: Record<string, unknown>) => {
    const document = parse(text)
    expect(validate(schema, document)).toEqual([])
    return checkSize({ schema, document, variableValues: variableValues ?? null })?.message ?? null
  }
  const tooMany = expect.stringContaining('more than 1,000,000 values')

  test('takes the largest pages, and pages within a page', () => {
    expect(
      size('{ jobs(first: 500) { nodes { id labels { name value } pipeline { id } previous { id } } } }'),
    ).toBeNull()
    expect(
      size('{ pipelines(first: 500) { nodes { key: id jobs(first: 50) { nodes { id at status } } } } }'),
    ).toBeNull()
    expect(size(getIntrospectionQuery())).toBeNull()
    expect(size('subscription { jobChanged { id pipeline { jobs { nodes { id } } } } }')).toBeNull()
  })

  const inner = 'jobs(first: $n) { nodes { id } }'
  const nested = `query ($n: Int) { jobs(first: $n) { nodes { pipeline { jobs(first: $n) { nodes { pipeline { ${inner} } } } } } } }`

  test('refuses pages within pages within pages, by what the variables say', () => {
    expect(size(nested, { n: 500 })).toEqual(tooMany)
    expect(size(nested, { n: 20 })).toBeNull()
    expect(size(nested.replaceAll('$n)', '500)').replace('query ($n: Int) ', ''))).toEqual(tooMany)
  })

  test('a size that is not known counts as the largest one', () => {
    expect(size(nested, {})).toEqual(tooMany)
    expect(size(nested.replace('$n: Int', '$n: Int = 500'))).toEqual(tooMany)
  })

  test('refuses more than a hundred lists', () => {
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: jobs(first: 1) { totalCount }`).join(' ')} }`
    expect(size(aliases(90))).toBeNull()
    expect(size(aliases(110))).toEqual(tooMany)
  })

  test('lists without pages count as they are marked, so that they do not multiply without end', () => {
    expect(size('{ members { email teams { name members { email } } } }')).toBeNull()
    expect(size('{ teams { name members { email teams { name } } } }')).toBeNull()
    expect(size('{ teams { members { teams { members { email } } } } }')).toEqual(tooMany)
  })

  test('fragments that unfold into each other end early, also on empty pages', () => {
    const fragments = Array.from({ length: 40 }, (_, i) => {
      return `fragment F${i} on Job { a: previous { ...F${i + 1} } b: next { ...F${i + 1} } }`
    })
    const text = `{ jobs(first: 0) { nodes { ...F0 } } } ${fragments.join(' ')} fragment F40 on Job { id }`
    expect(size(text)).toEqual(tooMany)
  })
})
