import { expect, test } from 'vitest'
import { rowMapper, type MappedJob } from './map-row.ts'
import { parseMapping } from './mapping.ts'

const BASE = {
  pipeline: { column: 'flow' },
  externalId: { column: 'id' },
  status: { column: 'state', values: { ok: 'SUCCEEDED', bad: 'FAILED', wait: 'QUEUED' } },
}
const ROW = { flow: 'load', id: '7', state: 'ok' }

function map(extra: object, values: Record<string, string>) {
  const mapper = rowMapper(parseMapping(JSON.stringify({ ...BASE, ...extra }), 'map.json'))
  return mapper({ line: 2, values })
}

function job(extra: object, values: Record<string, string> = {}): MappedJob {
  const mapped = map(extra, { ...ROW, ...values })
  if (!mapped.ok) throw new Error(mapped.reason)
  return mapped.job
}

function reason(extra: object, values: Record<string, string> = {}): string {
  const mapped = map(extra, { ...ROW, ...values })
  return mapped.ok ? 'accepted' : mapped.reason
}

test('what the mapping does not name is missing', () => {
  expect(job({})).toEqual({
    ...{ pipeline: 'load', externalId: '7', status: 'SUCCEEDED' },
    ...{ queuedAt: null, startedAt: null, finishedAt: null },
    ...{ trigger: null, error: null, labels: {}, metrics: {}, cost: null },
  })
})

test('columns, constants, templates, translations and defaults', () => {
  const labels = {
    plain: { column: 'region' },
    constant: { value: 'eu' },
    both: { template: '{region}/{{{zone}}}' },
    translated: { column: 'region', values: { n: 'north' } },
    otherwise: { column: 'zone', values: { a: 'A' }, otherwise: 'rest' },
    default: { column: 'nothing', default: 'none' },
    missing: { column: 'nothing' },
    incomplete: { template: '{region}-{nothing}' },
  }
  expect(job({ labels }, { region: ' n ', zone: '1', nothing: '' }).labels).toEqual({
    ...{ plain: 'n', constant: 'eu', both: 'n/{1}', translated: 'north', otherwise: 'rest', default: 'none' },
  })
})

test('a value that the translation does not know rejects the row', () => {
  expect(reason({}, { state: 'oops' })).toBe('status: "oops" is not among the "values" of the mapping (ok, bad, wait)')
  expect(reason({ labels: { a: { column: 'x', values: { y: 'z' } } } }, { x: '?' })).toContain('labels.a: "?" is not')
  expect(reason({ status: { column: 'state' } })).toContain('status: "ok" is not a status; translate it with "values"')
})

test('texts that stand for nothing', () => {
  const empty = ['', 'NULL', 'nan']
  expect(job({ empty, error: { column: 'message' } }, { message: 'NULL' }).error).toBeNull()
  expect(reason({ empty }, { flow: 'nan' })).toBe('pipeline is missing')
  expect(reason({ empty }, { id: ' ' })).toBe('externalId is missing')
})

test('numbers, with a factor, a decimal comma and a default', () => {
  const metrics = {
    size: { column: 'size', factor: 1024 },
    one: { value: 1 },
    none: { column: 'none' },
    zero: { column: 'none', default: 0 },
  }
  expect(job({ metrics }, { size: '1.5', none: '' }).metrics).toEqual({ size: 1536, one: 1, zero: 0 })
  expect(job({ metrics, decimal: ',' }, { size: '1,5e1' }).metrics.size).toBe(15360)
  expect(reason({ metrics }, { size: '1,5' })).toBe('metrics.size: "1,5" in column "size" is not a number')
  expect(reason({ metrics }, { size: 'Infinity' })).toContain('is not a number')
  expect(reason({ metrics, decimal: ',' }, { size: '1.234,5' })).toContain('is not a number')
})

test('durations become times, forwards and backwards', () => {
  const forwards = job(
    {
      queuedAt: { after: '2023-01-01T00:00:00Z', column: 'created', unit: 's' },
      startedAt: { after: 'queuedAt', column: 'waited', unit: 'ms' },
      finishedAt: { after: 'startedAt', column: 'ran', unit: 'hms' },
    },
    { created: '60.5', waited: '250', ran: '1:00:01.25' },
  )
  expect(forwards.queuedAt?.toISOString()).toBe('2023-01-01T00:01:00.500Z')
  expect(forwards.startedAt?.toISOString()).toBe('2023-01-01T00:01:00.750Z')
  expect(forwards.finishedAt?.toISOString()).toBe('2023-01-01T01:01:02.000Z')

  const backwards = job(
    { startedAt: { before: 'finishedAt', column: 'ran', unit: 'min' }, finishedAt: { column: 'end' } },
    { ran: '1.5', end: '2024-01-01T00:00:00Z' },
  )
  expect(backwards.startedAt?.toISOString()).toBe('2023-12-31T23:58:30.000Z')
})

test('a duration without its other end, or without a length, is no time', () => {
  const times = { startedAt: { column: 'start' }, finishedAt: { after: 'startedAt', column: 'ran' } }
  expect(job(times, { start: '', ran: '5' }).finishedAt).toBeNull()
  expect(job(times, { start: '2024-01-01', ran: '' }).finishedAt).toBeNull()
  expect(reason(times, { start: '2024-01-01', ran: '-5' })).toBe('finishedAt: "-5" is not a duration in s from 0 up')
})

test('a time that cannot be read rejects the row with the text and the format', () => {
  const startedAt = { column: 'start', format: 'dd.MM.yyyy' }
  expect(reason({ startedAt }, { start: '31.02.2024' })).toBe(
    'startedAt: "31.02.2024" is not a time in the format "dd.MM.yyyy" (column "start")',
  )
  expect(job({ startedAt, timezone: 'Europe/Berlin' }, { start: '01.07.2024' }).startedAt?.toISOString()).toBe(
    '2024-06-30T22:00:00.000Z',
  )
  const ownZone = { ...startedAt, timezone: 'Asia/Tokyo' }
  expect(job({ startedAt: ownZone, timezone: 'Europe/Berlin' }, { start: '01.07.2024' }).startedAt?.toISOString()).toBe(
    '2024-06-30T15:00:00.000Z',
  )
})

test('"when" keeps a value for some statuses', () => {
  const extra = {
    error: { column: 'message', when: ['FAILED'] },
    finishedAt: { value: '2024-01-01T00:00:00Z', when: ['SUCCEEDED'] },
  }
  expect(job(extra, { message: 'fine' })).toMatchObject({ error: null, finishedAt: new Date('2024-01-01') })
  expect(job(extra, { message: 'broke', state: 'bad' })).toMatchObject({ error: 'broke', finishedAt: null })
})

test('cost needs a currency', () => {
  const cost = { amount: { column: 'price', factor: 0.01 }, currency: { column: 'currency' } }
  expect(job({ cost }, { price: '250', currency: 'EUR' }).cost).toEqual({ amount: 2.5, currency: 'EUR' })
  expect(job({ cost }, { price: '', currency: 'EUR' }).cost).toBeNull()
  expect(reason({ cost }, { price: '250', currency: '' })).toBe('cost: there is an amount, but no currency')
})

test('attempt, revision and trigger', () => {
  const extra = { attempt: { column: 'try' }, revision: { value: 3 }, trigger: { value: 'import' } }
  expect(job(extra, { try: '2' })).toMatchObject({ attempt: 2, revision: 3, trigger: 'import' })
  expect(job(extra, { try: '' })).not.toHaveProperty('attempt')
})
