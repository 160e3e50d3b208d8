import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hardenedServer, type HardenedServer } from './testing-hardened.ts'

/**
 * The checks of graphql-cop 1.15 (github.com/dolevf/graphql-cop), with the same requests as its Python sends. Each says
 * whether what it looks for was found: it has to be absent, whoever asks.
 */
let server: HardenedServer
beforeAll(async () => void (server = await hardenedServer()))
afterAll(() => server.stop())

interface Answer {
  status: number
  text: string
  json: {
    data?: Record<string, unknown> | null
    errors?: { message: string; extensions?: Record<string, unknown> }[]
  }
}

/** As the program `requests` sends it, without the headers that `fetch` adds. */
function send(headers: Record<string, string>, init: { method: string; query?: string; body?: string; type?: string }) {
  const path = init.query === undefined ? '/graphql' : `/graphql?${new URLSearchParams({ query: init.query })}`
  const all = {
    'User-Agent': 'graphql-cop/1.15',
    'Accept-Encoding': 'identity',
    Accept: '*/*',
    Connection: 'keep-alive',
    ...(init.type && { 'Content-Type': init.type }),
    ...headers,
  }
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: server.port, path, method: init.method, headers: all },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk))
        response.on('end', () => {
          const isJson = response.headers['content-type']?.includes('json')
          resolve({ status: response.statusCode!, text, json: isJson ? JSON.parse(text) : {} })
        })
      },
    )
    sent.on('error', reject).end(init.body)
  })
}

describe.each(['nobody', 'a key', 'a session'])('graphql-cop with the credentials of %s', (who) => {
  const credentials = (): Record<string, string> =>
    who === 'nobody' ? {} : who === 'a key' ? server.bearer : { Cookie: server.cookie }
  const ask = (query: string) =>
    send(credentials(), {
      method: 'POST',
      type: 'application/json',
      body: JSON.stringify({ query, operationName: 'cop' }),
    })
  const isAnswered = ({ json }: Answer) => json.data?.['__typename'] !== undefined

  test('alias overloading', async () => {
    const aliases = Array.from({ length: 101 }, (_, i) => `alias${i}:__typename \n`).join('')
    expect((await ask(`query cop { ${aliases} }`)).json.data?.['alias100']).toBeUndefined()
  })
  test('array-based query batching', async () => {
    const body = JSON.stringify(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })))
    const answer = await send(credentials(), { method: 'POST', type: 'application/json', body })
    expect(Array.isArray(answer.json)).toBe(false)
    if (who !== 'nobody')
      expect(answer.json.errors).toMatchObject([{ message: expect.stringContaining('one query at a time') }])
  })
  test('introspection-based circular query', async () => {
    const levels = '{ fields { type '.repeat(4)
    const query = `query cop { __schema { types ${levels} { name } ${'} } '.repeat(4)} } }`
    expect((await ask(query)).json.data?.['__schema']).toBeUndefined()
  })
  test('directive overloading', async () => {
    const { json } = await ask(`query cop { __typename ${'@aa'.repeat(10)} }`)
    expect(json.errors?.length).not.toBe(10)
    expect(json.errors?.length).toBeLessThan(10)
  })
  test('field duplication', async () => {
    expect(isAnswered(await ask(`query cop { ${'__typename \n'.repeat(500)} }`))).toBe(false)
  })
  test('field suggestions', async () => {
    const texts = [await ask('query cop { __schema { directive } }'), await ask('query cop { viewr { organisation } }')]
    for (const { text } of texts) expect(text).not.toContain('Did you mean')
  })
  test('GET method', async () => {
    expect(isAnswered(await send(credentials(), { method: 'GET', query: 'query cop {__typename}' }))).toBe(false)
  })
  test('mutation over GET', async () => {
    expect(isAnswered(await send(credentials(), { method: 'GET', query: 'mutation cop {__typename}' }))).toBe(false)
  })
  test('GraphiQL', async () => {
    const { text } = await send({ ...credentials(), Accept: 'text/html' }, { method: 'GET' })
    expect(text).not.toMatch(/graphiql.min.css|GraphQL Playground|GraphiQL|graphql-playground/)
  })
  test('introspection', async () => {
    const answer = await ask('query cop { __schema { types { name fields { name } } } }')
    expect(answer.json.data?.['__schema']).toBeUndefined()
  })
  test('POST that a form can send', async () => {
    const type = 'application/x-www-form-urlencoded'
    const body = new URLSearchParams({ query: 'query cop { __typename }' }).toString()
    expect(isAnswered(await send(credentials(), { method: 'POST', type, body }))).toBe(false)
  })
  test('trace mode', async () => {
    expect((await ask('query cop { __typename }')).text).not.toContain('tracing')
  })
  test('unhandled error', async () => {
    const { json, text, status } = await ask('qwerty cop { abc }')
    expect(status).toBeLessThan(500)
    expect(json.errors?.[0]?.extensions?.['exception']).toBeUndefined()
    expect(text).not.toMatch(/exception|stack|node_modules|\.ts:/)
  })
})

describe('the schema stays closed', () => {
  const ask = async (query: string, variables?: object) => {
    const body = JSON.stringify({ query, variables })
    return (await send(server.bearer, { method: 'POST', type: 'application/json', body })).json
  }

  test('a type is null, as if it did not exist; __typename is answered', async () => {
    const byName = 'query ($n: String!) { __type(name: $n) { name fields { name } } a: __type(name: "Job") { name } }'
    expect(await ask(byName, { n: 'Query' })).toEqual({ data: { __type: null, a: null } })
    expect(await ask('{ ...F } fragment F on Query { __type(name: "Job") { name } }')).toEqual({
      data: { __type: null },
    })
    expect(await ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } })
  })
  test('__schema is refused wherever it stands', async () => {
    for (const query of [
      '{ __schema { description } }',
      '{ ...F } fragment F on Query { a: __schema { description } }',
    ]) {
      expect((await ask(query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
  })
  test('values of variables are not completed either', async () => {
    const answer = await ask('query ($f: JobFilter) { jobs(filter: $f) { totalCount } }', { f: { statu: 1, rang: {} } })
    expect(JSON.stringify(answer)).toContain('is not defined by type')
    expect(JSON.stringify(answer)).not.toContain('Did you mean')
  })
})
