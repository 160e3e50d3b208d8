import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { makeTurns } from '../lib/turns.ts'
import { BadBody, BodyTooLarge } from './body-errors.ts'
import { LIMITS } from './limits.ts'
import { ingestJobs, type IngestJobsDeps } from './ndjson.ts'

let database: TestDatabase
let organization: number
let deps: IngestJobsDeps

beforeAll(async () => {
  database = await testDatabase()
  const changes = { publish: () => {}, subscribe: () => () => {} }
  deps = { sql: database.sql, changes, now: () => new Date('2026-11-20T12:00:00Z'), turns: makeTurns(4) }
})
afterAll(() => database.drop())
beforeEach(async () => {
  const { sql } = database
  const [row] = await sql<{ id: number }[]>`
    insert into organizations (name) values (${crypto.randomUUID()}) returning id`
  organization = row!.id
})

function line(id: number | string, rest = {}): string {
  return JSON.stringify({ pipeline: 'büro', externalId: `${id}`, status: 'SUCCEEDED', ...rest })
}

function lines(count: number): string {
  return Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('')
}

function ingest(body: Readable, options: { gzip?: boolean; maxBytes?: number } = {}) {
  const reach = { organizationId: organization, pipelines: null, kept: { jobs: null, rollups: null } }
  return ingestJobs(deps, reach, body, { gzip: false, ...options })
}

async function countJobs(): Promise<number> {
  const { sql } = database
  const [row] = await sql`select count(*) as count from jobs where organization_id = ${organization}`
  return row!.count
}

/** The error that it fails with. */
async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error) => error,
  )
}

describe('ingestJobs', () => {
  test('records every line, in chunks that cut lines and characters, compressed or not', async () => {
    const bytes = Buffer.from(lines(2500))
    const pieces = function* (all: Buffer) {
      for (let start = 0; start < all.length; start += 997) yield all.subarray(start, start + 997)
    }
    const result = await ingest(Readable.from(pieces(bytes)))
    expect(result).toEqual({ accepted: 2500, unchanged: 0, rejected: 0, errors: [], errorsOmitted: 0 })
    const again = await ingest(Readable.from(pieces(gzipSync(bytes))), { gzip: true })
    expect(again).toMatchObject({ accepted: 0, unchanged: 2500 })
    expect(await countJobs()).toBe(2500)
  })

  test('says which lines were rejected and why, and keeps the others', async () => {
    const running = { status: 'RUNNING', startedAt: '2026-11-20T10:00:00Z' }
    const body = [
      line(1, running),
      '',
      '{"pipeline": "x"',
      line(2, { status: 'DONE' }),
      line(1, { finishedAt: '2026-11-20T09:00:00Z' }),
      `"${'x'.repeat(LIMITS.lineBytes)}"`,
      '  \r',
      line(3),
    ].join('\n')
    const result = await ingest(Readable.from([Buffer.from(body), Buffer.from([0x0a, 0xff])]))
    expect(result).toMatchObject({ accepted: 2, unchanged: 0, rejected: 5, errorsOmitted: 0 })
    expect(result.errors.map((error) => [error.line, error.reason.slice(0, 40)])).toEqual([
      [3, "The line is not JSON: Expected ',' or '}"],
      [4, 'status is "DONE". Send one of QUEUED, RU'],
      [5, 'With what is known of attempt 1 of this '],
      [6, 'The line has more than 1048576 bytes: se'],
      [9, 'The line is not valid UTF-8: send text i'],
    ])
    expect(await countJobs()).toBe(2)
  })

  test('lists the first 1,000 rejected lines and counts the others', async () => {
    const result = await ingest(Readable.from(['{}\n'.repeat(2500)]))
    expect(result).toMatchObject({ rejected: 2500, errorsOmitted: 1500 })
    expect(result.errors).toHaveLength(1000)
  })

  test('an empty body is nothing', async () => {
    const nothing = { accepted: 0, unchanged: 0, rejected: 0, errors: [], errorsOmitted: 0 }
    expect(await ingest(Readable.from([]))).toEqual(nothing)
    expect(await ingest(Readable.from([gzipSync('')]), { gzip: true })).toEqual(nothing)
  })

  test('stops at broken compression and says how far it came', async () => {
    const packed = gzipSync(lines(6000))
    const cut = await failure(ingest(Readable.from([packed.subarray(0, packed.length - 9)]), { gzip: true }))
    expect(cut).toMatchObject({
      name: 'BadBody',
      message: expect.stringContaining('is not valid gzip (unexpected end'),
    })
    expect(cut instanceof BadBody && cut.progress?.accepted).toBe(await countJobs())
    const noGzip = await failure(ingest(Readable.from([lines(1)]), { gzip: true }))
    expect(noGzip).toMatchObject({ name: 'BadBody', message: expect.stringContaining('incorrect header check') })
  })

  test('throws what the database throws', async () => {
    organization = 2_000_000_000
    expect(await failure(ingest(Readable.from([lines(1500)])))).toMatchObject({ name: 'PostgresError' })
  })

  test('reads no further ahead than one batch while the database is slow', async () => {
    let sent = 0
    const source = Readable.from(
      (function* () {
        for (; sent < 50_000; sent++) yield Buffer.from(`${line(sent)}\n`)
      })(),
      { highWaterMark: 1 },
    )
    const { sql } = database
    const isolated = await sql.reserve()
    await isolated`begin`
    await isolated`lock table job_keys in exclusive mode`
    const work = failure(ingest(source))
    await wait(300)
    // Two are being written.
    expect(sent).toBeLessThan(3100)
    source.destroy()
    await isolated`rollback`
    isolated.release()
    expect(await work).toBeInstanceOf(BadBody)
  })
})

/** A server that ingests one body and answers 413 or 400; `ended` says what the first one ended with. */
async function serve(options: { gzip: boolean; maxBytes?: number }) {
  const ended = Promise.withResolvers<unknown>()
  const server = createServer(async (message, answer) => {
    const error = await failure(ingest(message, options))
    ended.resolve(error)
    answer.writeHead(error instanceof BodyTooLarge ? 413 : 400, { connection: 'close' }).end()
  })
  server.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const sender = request({ port, host: '127.0.0.1', method: 'POST' })
  return { sender, ended: ended.promise }
}

describe.each([false, true])('over HTTP (gzip: %s)', (gzip) => {
  const pack = (text: string) => (gzip ? gzipSync(text) : Buffer.from(text))

  test('a body that is too long can be answered while it is still being sent', async () => {
    const body = lines(3000)
    const { sender, ended } = await serve({ gzip, maxBytes: body.length - 1 })
    sender.write(pack(body))
    const [answer] = await once(sender, 'response')
    expect(answer.statusCode).toBe(413)
    expect(await ended).toMatchObject({ name: 'BodyTooLarge', progress: { accepted: await countJobs() } })
    sender.destroy()
  })

  test('a sender that goes away leaves what was recorded', async () => {
    const { sender, ended } = await serve({ gzip })
    sender.on('error', () => {})
    const bytes = pack(lines(3500))
    sender.write(gzip ? bytes.subarray(0, -9) : bytes)
    while ((await countJobs()) < 3000) await wait(10)
    sender.destroy()
    expect(await ended).toMatchObject({ name: 'BadBody', progress: { accepted: 3000 } })
    expect(await countJobs()).toBe(3000)
  })
})
