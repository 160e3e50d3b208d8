import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { ask, contextFor } from '../jobs/testing.ts'
import { insertJobs, testJob, testOrganization } from '../metrics/testing.ts'

let database: TestDatabase
let mine: number

const DAY = 86_400_000
const NOON = Date.parse('2026-11-20T12:00:00Z')
/** Weekdays are busier; from 20 October on, 32 days before now, there are 20 jobs more a day. */
const WEEK = [14, 30, 32, 31, 33, 30, 12]
const SHIFT = Date.parse('2026-10-20T00:00Z')

beforeAll(async () => {
  database = await testDatabase()
  mine = await testOrganization(database.sql, 'Mine')
  const days = Array.from({ length: 90 }, (_, i) => Date.parse('2026-11-20T00:00Z') - i * DAY)
  const jobs = days.flatMap((day, i) => {
    const count = WEEK[new Date(day).getUTCDay()]! + ((i * 7919) % 5) + (day >= SHIFT ? 20 : 0)
    return Array.from({ length: count }, (_, j) =>
      testJob({ at: new Date(day + j * 60_000), durationMs: 1000 + 7 * i }),
    )
  })
  await insertJobs(database.sql, mine, jobs)
}, 60_000)
afterAll(() => database.drop())

const QUERY = `query ($query: MetricQuery!, $horizon: Int, $level: Float) { series(query: $query) {
  summary { found { count missing median min max last coefficientOfVariation } reason }
  seasonality { found { buckets strength sentence } reason }
  changePoints { found { at kind before after relativeChange pValue votes voters baselineFrom qValue confidence } reason }
  trend { found { direction slope pValue qValue confidence from to count } reason }
  forecast(horizon: $horizon, level: $level) {
    found { level method points { at value lower upper } members { name weight } pastErrorPercent tests } reason
  }
} }`

interface Variables {
  measures: string[]
  every?: string
  range?: Record<string, string>
  timezone?: string
}

async function find({ horizon = 7, level = 0.95, ...asked }: Variables & { horizon?: number; level?: number }) {
  const query = { dataset: 'jobs', every: 'DAY', range: { last: 'P90D' }, ...asked }
  return ask(contextFor(database.sql, mine), QUERY, { query, horizon, level })
}

test('a shift beneath a week is found once, at its day, with what was before and after', async () => {
  const { data, errors } = await find({ measures: ['count'] })
  expect(errors).toBeUndefined()
  const [{ seasonality, changePoints, trend }] = data.series
  expect(seasonality.found).toMatchObject([
    {
      buckets: 7,
      sentence: expect.stringMatching(/^A period of 7 days explains 9[\d.]+% of the ups and downs of Jobs\.$/),
    },
  ])
  expect(changePoints.found).toHaveLength(1)
  const [shift] = changePoints.found
  expect(shift).toMatchObject({ at: '2026-10-20T00:00:00.000Z', kind: 'LEVEL' })
  expect(shift.after - shift.before).toBeGreaterThan(17)
  expect(shift.after - shift.before).toBeLessThan(23)
  expect(shift.confidence).toBeGreaterThan(0.8)
  // Since the shift nothing goes anywhere.
  expect(trend.found).toMatchObject({ direction: 'NONE', from: '2026-10-20T00:00:00.000Z' })
  expect(trend.found.confidence).toBeLessThan(0.1)
})

test('a summary is of the complete buckets', async () => {
  const { data } = await find({ measures: ['count'] })
  const { found } = data.series[0].summary
  // 90 days are asked for; the first is whole, and today is not over.
  expect(found).toMatchObject({ count: 90, missing: 0 })
  expect(found.min).toBeLessThan(found.median)
  expect(found.last).toBe((await find({ measures: ['count'] })).data.series[0].summary.found.last)
})

test('a day without jobs and a shift are one event each, with what was expected and the band', async () => {
  const query = `query ($query: MetricQuery!, $sensitivity: Float) { series(query: $query) {
    anomalies(sensitivity: $sensitivity) {
      found { from to at actual expected lower upper direction method score pValue qValue confidence baselineFrom baselineTo }
      reason }
    band(sensitivity: $sensitivity) { found { at expected lower upper } reason } } }`
  const asked = { dataset: 'jobs', measures: ['count'], every: 'DAY', range: { last: 'P90D' } }
  const context = contextFor(database.sql, mine)
  const { data, errors } = await ask(context, query, { query: { ...asked }, sensitivity: 1 })
  expect(errors).toBeUndefined()
  const [{ anomalies, band }] = data.series
  expect(anomalies.reason).toBeNull()
  // The first day of the range is before the first job; the shift of 20 October is one event too, at its day.
  expect(anomalies.found).toHaveLength(2)
  const [silence, shift] = anomalies.found
  expect(silence).toMatchObject({
    from: '2026-08-22T00:00:00.000Z',
    to: '2026-08-23T00:00:00.000Z',
    actual: 0,
    direction: 'BELOW',
  })
  expect(shift).toMatchObject({ from: '2026-10-20T00:00:00.000Z', method: 'LEVEL_SHIFT', direction: 'ABOVE' })
  expect(shift.actual).toBeGreaterThan(shift.upper)
  expect(shift.confidence).toBeGreaterThan(0.5)
  expect(band.found).toHaveLength(90)
  expect(
    band.found.every(
      (point: { lower: number; expected: number; upper: number }) =>
        point.lower <= point.expected && point.expected <= point.upper,
    ),
  ).toBe(true)
  const few = await ask(context, query, {
    query: { ...asked, range: { last: 'P9D' } },
    sensitivity: 1,
  })
  expect(few.data.series[0].anomalies).toMatchObject({
    found: null,
    reason: expect.stringContaining('Too few to tell'),
  })
  const wrong = await ask(context, query, { query: asked, sensitivity: 9 })
  expect(wrong.errors?.[0]?.message).toBe('"sensitivity" is 9: it can be 0.25 to 4, and is 1 unless given.')
})

test('each finding says itself in a sentence', async () => {
  const query = `query ($query: MetricQuery!) { series(query: $query) {
    changePoints { found { sentence contributors { key { value } } } } trend { found { sentence } }
    forecast(horizon: 1) { found { sentence } } anomalies { found { sentence method contributors { key { value } } } } } }`
  const asked = { dataset: 'jobs', every: 'DAY', range: { last: 'P90D' }, dimensions: ['pipeline'], limit: 1 }
  const count = await ask(contextFor(database.sql, mine), query, { query: { ...asked, measures: ['count'] } })
  expect(count.errors).toBeUndefined()
  const [{ changePoints, anomalies, forecast }] = count.data.series
  expect(changePoints.found).toEqual([
    {
      sentence: expect.stringMatching(/^Jobs of ETL rose from 28\.\d to 48 on 20 October 2026: \d\d% more\.$/),
      // There is one pipeline, one trigger and one status: nothing stands out.
      contributors: [],
    },
  ])
  expect(anomalies.found[0].sentence).toMatch(
    /^Jobs of ETL came to 0 on 22 August 2026, where [\d.]+ to [\d.]+ is usual\.$/,
  )
  expect(forecast.found.sentence).toMatch(
    /^Jobs of ETL: 5[\d.]+ is expected on 20 November 2026, and in 95 of 100 such cases it is between/,
  )
  const average = await ask(contextFor(database.sql, mine), query, { query: { ...asked, measures: ['duration_avg'] } })
  expect(average.data.series[0].trend.found.sentence).toMatch(
    /^Duration, average of ETL fell by about 7 ms a day from 23 August 2026 to 19 November 2026: 6\d\d ms in all\.$/,
  )
})

test('how new values were when they came: more than there ever was is told at once', async () => {
  const query = `query ($query: MetricQuery!) { series(query: $query) {
    novelty { found { at score isDetection } reason } } }`
  const hours = { dataset: 'jobs', measures: ['count'], every: 'HOUR', range: { last: 'P60D' } }
  const { data, errors } = await ask(contextFor(database.sql, mine), query, { query: hours })
  expect(errors).toBeUndefined()
  const { found } = data.series[0].novelty
  expect(found).toHaveLength(60 * 24)
  type Point = { at: string; score: number; isDetection: boolean }
  const detected = found.filter(({ isDetection }: Point) => isDetection)
  // Since the shift the first hour of a day has more jobs than it had ever had.
  expect(detected.map(({ at }: Point) => at)).toContain('2026-10-20T00:00:00.000Z')
  expect(detected.length).toBeLessThan(20)
  const few = await ask(contextFor(database.sql, mine), query, { query: { ...hours, range: { last: 'P2D' } } })
  expect(few.data.series[0].novelty).toMatchObject({ found: null, reason: expect.stringContaining('Too few to tell') })
})

test('today is not over: it is no evidence, and the forecast begins with it', async () => {
  const { data } = await find({ measures: ['count'] })
  const [{ forecast, trend }] = data.series
  expect(trend.found.to).toBe('2026-11-20T00:00:00.000Z')
  const { points, members, level } = forecast.found
  expect(points.map((point: { at: string }) => point.at.slice(0, 10))).toEqual(
    ['20', '21', '22', '23', '24', '25', '26'].map((day) => `2026-11-${day}`),
  )
  expect(level).toBe(0.95)
  expect(members.reduce((sum: number, member: { weight: number }) => sum + member.weight, 0)).toBeCloseTo(1)
  for (const { value, lower, upper, at } of points) {
    const usual = WEEK[new Date(at).getUTCDay()]! + 22
    expect(Math.abs(value - usual)).toBeLessThan(8)
    expect(lower).toBeLessThanOrEqual(value)
    expect(upper).toBeGreaterThanOrEqual(value)
  }
})

test('the axis of a forecast follows the clock of the zone', async () => {
  const range = { from: '2026-09-01T00:00:00+02:00', to: '2026-10-24T00:00:00+02:00' }
  const { data } = await find({ measures: ['count'], timezone: 'Europe/Berlin', range, horizon: 3 })
  const points: { at: string }[] = data.series[0].forecast.found.points
  // Clocks are put back on 25 October: that day has 25 hours.
  expect(points.map(({ at }) => at)).toEqual([
    '2026-10-23T22:00:00.000Z',
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
  ])
})

test('durations that rise every day have a trend', async () => {
  const { data } = await find({ measures: ['duration_avg'] })
  const { found } = data.series[0].trend
  expect(found).toMatchObject({ direction: 'DOWN' })
  expect(found.slope).toBeCloseTo(-7, 1)
  expect(NOON).toBeGreaterThan(Date.parse(found.to))
})

test('too little says why, and what to do', async () => {
  const few = await find({ measures: ['count'], range: { last: 'P3D' } })
  const [{ summary, seasonality, changePoints, trend, forecast }] = few.data.series
  expect(summary.found.count).toBe(3)
  const reason = 'Too few to tell: 3 complete buckets have a value. Ask for a longer range, or shorter buckets.'
  for (const one of [seasonality, changePoints, trend, forecast]) expect(one).toEqual({ found: null, reason })

  const total = await find({ measures: ['count'], every: undefined } as never)
  expect(total.data.series[0].trend.reason).toContain('ask for a series over time, with "every"')
  const minutes = await find({ measures: ['count'], every: 'MINUTE', range: { last: 'P8D' } })
  expect(minutes.data.series[0].trend.reason).toContain('at most 10,000 are analysed')
})

test.each([
  [{ horizon: 0 }, '"horizon" is 0: 1 to 1,000 buckets can be forecast.'],
  [{ horizon: 1001 }, '"horizon" is 1001: 1 to 1,000 buckets can be forecast.'],
  [{ level: 1 }, '"level" is 1: a band can hold a share of 0.5 to 0.99 of the buckets.'],
])('%j is refused', async (wrong, message) => {
  const { errors } = await find({ measures: ['count'], ...wrong })
  expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_INPUT' } })
})
