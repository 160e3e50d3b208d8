import { describe, expect, test } from 'vitest'
import { checkJob } from './check.ts'
import { LIMITS } from './limits.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const least = { pipeline: 'build', externalId: '7', status: 'SUCCEEDED' }

function eventOf(raw: unknown) {
  const checked = checkJob(raw, NOW)
  if (!checked.ok) throw new Error(checked.reason)
  return checked.event
}

/** Why the job with these fields is rejected. */
function reason(fields: Record<string, unknown>): string {
  const checked = checkJob({ ...least, ...fields }, NOW)
  return checked.ok ? 'accepted' : checked.reason
}

describe('a job that is taken', () => {
  test('with everything', () => {
    const event = eventOf({
      pipeline: 'build',
      externalId: '7',
      status: 'failed',
      queuedAt: '2026-11-20T10:00:00+01:00',
      startedAt: '2026-11-20T09:00:01.5Z',
      finishedAt: new Date('2026-11-20T09:30:00Z'),
      attempt: 2,
      revision: 3,
      trigger: 'schedule',
      error: '',
      labels: { region: 'eu', __proto__: null },
      metrics: [{ name: 'rows', value: -0 }],
      cost: { amount: 1.25, currency: 'EUR' },
    })
    expect(event).toEqual({
      pipeline: 'build',
      externalId: '7',
      status: 'FAILED',
      queuedAt: new Date('2026-11-20T09:00:00Z'),
      startedAt: new Date('2026-11-20T09:00:01.500Z'),
      finishedAt: new Date('2026-11-20T09:30:00Z'),
      assumed: null,
      attempt: 2,
      revision: 3,
      trigger: 'schedule',
      error: '',
      labels: { region: 'eu' },
      metrics: { rows: 0 },
      cost: { amount: 1.25, currency: 'EUR' },
    })
  })

  test('with the least; null is the same as nothing', () => {
    const event = eventOf({
      ...least,
      trigger: null,
      labels: null,
      metrics: null,
      cost: null,
      attempt: null,
      error: null,
    })
    expect(event).toMatchObject({ attempt: 1, revision: 0, trigger: null, labels: {}, metrics: {}, cost: null })
  })

  test('a missing time of the status is the time of receipt, but not before the times that were sent', () => {
    expect(eventOf(least)).toMatchObject({ finishedAt: NOW, assumed: 'finishedAt', startedAt: null })
    expect(eventOf({ ...least, status: 'QUEUED' })).toMatchObject({ queuedAt: NOW, assumed: 'queuedAt' })
    const ahead = eventOf({ ...least, status: 'RUNNING', queuedAt: '2026-11-20T12:00:09Z' })
    expect(ahead).toMatchObject({ startedAt: new Date('2026-11-20T12:00:09Z'), assumed: 'startedAt' })
  })

  test('names that JavaScript uses itself are names like any other', () => {
    const event = eventOf(
      JSON.parse(JSON.stringify(least).replace('}', ',"labels":{"__proto__":"a","constructor":"b"}}')),
    )
    expect(Object.entries(event.labels)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
  })
})

describe('a job that is rejected says why', () => {
  test.each([
    [{ pipeline: undefined }, 'pipeline is missing: send 1 to 200 characters.'],
    [{ pipeline: ' ' }, 'pipeline is empty: send 1 to 200 characters.'],
    [{ pipeline: 7 }, 'pipeline is 7: send text in quotes.'],
    [{ externalId: 'x'.repeat(201) }, 'externalId has 201 characters: at most 200 are kept.'],
    [{ externalId: 'a\0b' }, 'externalId "a\\u0000b" contains the character NUL: leave it out.'],
    [{ error: '\ud800' }, 'contains half a character'],
    [{ error: 'x'.repeat(LIMITS.errorLength + 1) }, 'error has 32769 characters'],
    [{ trigger: '' }, 'trigger is empty'],
    [{ status: undefined }, 'status is missing. Send one of QUEUED, RUNNING,'],
    [{ status: 'succeded' }, 'status is "succeded". Did you mean SUCCEEDED? Send one of'],
    [{ status: ['QUEUED'] }, 'status is a list.'],
    [{ attempt: 0 }, 'attempt is 0: send a whole number from 1 to 1000.'],
    [{ attempt: '1' }, 'attempt is "1": send a whole number'],
    [{ revision: 2 ** 31 }, 'revision is 2147483648'],
    [{ revision: 0.5 }, 'revision is 0.5'],
    [{ started_at: '2026-11-20T10:00:00Z' }, '"started_at" is not a field of a job. Did you mean "startedAt"?'],
    [{ color: 'red' }, '"color" is not a field of a job. The fields are pipeline, externalId,'],
    [{ labels: 'x' }, 'labels is "x": send an object {"name": value} or a list'],
    [
      { labels: { retries: 3 } },
      'labels.retries is 3: a label is text in quotes; numbers to calculate with go into metrics.',
    ],
    [{ labels: { a: 'x'.repeat(501) } }, 'labels.a has 501 characters'],
    [{ labels: { '': 'x' } }, 'a name in labels is empty'],
    [{ labels: ['x'] }, 'labels contains "x": send {"name": ..., "value": ...}.'],
    [{ labels: [{ name: 'a', valeu: 'x' }] }, '"valeu" is not a field of an entry of labels. Did you mean "value"?'],
    [
      {
        labels: [
          { name: 'a', value: 'x' },
          { name: 'a', value: 'y' },
        ],
      },
      'labels names "a" twice',
    ],
    [
      { labels: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`l${i}`, 'x'])) },
      'labels has 65 entries: at most 64',
    ],
    [{ metrics: { rows: Infinity } }, 'metrics.rows is Infinity: send a finite number.'],
    [{ metrics: { rows: NaN } }, 'metrics.rows is NaN: send a finite number.'],
    [{ metrics: { rows: '7' } }, 'metrics.rows is "7": send it without quotes.'],
    [{ cost: 5 }, 'cost is 5: send {"amount": 1.5, "currency": "USD"}.'],
    [{ cost: { amount: 5 } }, 'cost.currency is undefined: send the three capital letters'],
    [{ cost: { amount: 5, currency: 'usd' } }, 'cost.currency is "usd"'],
    [{ cost: { amount: null, currency: 'USD' } }, 'cost.amount is null'],
    [
      { cost: { amount: 1, currency: 'USD', tax: 1 } },
      '"tax" is not a field of cost. The fields are amount, currency.',
    ],
    [{ finishedAt: 1700000000 }, 'finishedAt is 1700000000: send ISO 8601 text, for example "2026-11-20T10:00:00Z".'],
    [{ finishedAt: new Date(NaN) }, 'finishedAt is an invalid date'],
    [{ finishedAt: '2026-11-20T10:00:00' }, 'finishedAt "2026-11-20T10:00:00" has no offset from UTC: end it with Z'],
    [{ finishedAt: '1970-01-01T00:00:00Z' }, 'finishedAt "1970-01-01T00:00:00Z" is too long ago.'],
    [{ finishedAt: '2026-11-21T12:00:00.001Z' }, 'lies more than a day ahead of now, 2026-11-20T12:00:00.000Z.'],
    [{ status: 'RUNNING', finishedAt: '2026-11-20T10:00:00Z' }, 'finishedAt is sent with the status RUNNING'],
    [{ status: 'QUEUED', startedAt: '2026-11-20T10:00:00Z' }, 'startedAt is sent with the status QUEUED'],
    [
      { startedAt: '2026-11-20T10:00:01Z', finishedAt: '2026-11-20T10:00:00Z' },
      'finishedAt 2026-11-20T10:00:00.000Z lies before startedAt 2026-11-20T10:00:01.000Z: send times in the order',
    ],
    [{ queuedAt: '2026-11-20T10:00:01Z', startedAt: '2026-11-20T10:00:00Z' }, 'lies before queuedAt'],
    [{ queuedAt: '2026-11-20T10:00:01Z', finishedAt: '2026-11-20T10:00:00Z' }, 'lies before queuedAt'],
  ])('%j', (fields, expected) => {
    expect(reason(fields)).toContain(expected)
  })

  test.each([[null], ['x'], [[]], [7]])('what is no object: %j', (raw) => {
    expect(checkJob(raw, NOW)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('A job is an object such as'),
    })
  })

  test('a long value is shortened, and a deep one is not walked into', () => {
    expect(reason({ status: 'x'.repeat(10_000) }).length).toBeLessThan(300)
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    expect(reason({ pipeline: deep })).toBe('pipeline is a list: send text in quotes.')
    expect(reason({ ['x'.repeat(10_000)]: 1 }).length).toBeLessThan(300)
  })
})
