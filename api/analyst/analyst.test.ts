import { afterAll, expect, test } from 'vitest'
import { forecast } from '../../analytics/forecasts/forecast.ts'
import { outline } from '../../analytics/outline.ts'
import { makeAnalyst } from './analyst.ts'

const analyst = makeAnalyst()
afterAll(() => analyst.close())

const values = Float64Array.from(
  { length: 60 },
  (_, day) => 100 + 20 * Math.sin((2 * Math.PI * day) / 7) + ((day * 7919) % 11),
)

test('a thread answers as the function itself does, missing values and nothing found included', async () => {
  const gaps = values.map((value, day) => (day % 10 === 3 ? NaN : value))
  expect(await analyst.analyse('outline', { values: gaps, candidates: [7] })).toEqual(
    outline(gaps, { candidates: [7] }),
  )
  const options = { horizon: 3, periods: [7] }
  expect(await analyst.analyse('forecast', { values, ...options })).toEqual(forecast(values, options))
  expect(await analyst.analyse('trend', { values: values.slice(0, 4), from: 0 })).toBeNull()
})

test('the same numbers are analysed once, others again', async () => {
  const ask = (of: Float64Array) => analyst.analyse('forecast', { values: of, horizon: 2, periods: [] })
  const [first, same] = await Promise.all([ask(values), ask(values.slice())])
  expect(same).toBe(first)
  expect(await ask(values.with(0, 1))).not.toEqual(first)
})

test('a wrong call is an error, and is not remembered', async () => {
  const wrong = () => analyst.analyse('forecast', { values, horizon: 0, periods: [] })
  await expect(wrong()).rejects.toThrow('horizon is not a whole number from 1: 0')
  await expect(wrong()).rejects.toThrow(RangeError)
})

test('the event loop goes on meanwhile', async () => {
  const long = Float64Array.from({ length: 8_000 }, (_, hour) => values[hour % 60]! + hour / 100)
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await analyst.analyse('outline', { values: long, candidates: [24, 168] })
  clearInterval(timer)
  expect(turns).toBeGreaterThan(3)
})
