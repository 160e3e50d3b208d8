import { afterAll, expect, test } from 'vitest'
import { makeAnalyst } from '../../analyst/index.ts'
import { measureFalseFindings } from './false-findings.ts'

const analyst = makeAnalyst()
afterAll(() => analyst.close())

test('where nothing is to be found, hardly anything is', async () => {
  const found = await measureFalseFindings(analyst, { series: 100, demos: 3 })
  expect(Object.keys(found)).toEqual(['whiteNoise', 'ar1', 'seasonal', 'seasonalAr1', 'demo'])
  for (const { series, anomalyDays, trends } of Object.values(found)) {
    expect(series).toBeGreaterThanOrEqual(100)
    expect(anomalyDays).toBeLessThanOrEqual(1)
    expect(trends).toBeLessThanOrEqual(5)
  }
}, 60_000)
