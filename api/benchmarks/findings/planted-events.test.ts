import { afterAll, expect, test } from 'vitest'
import { makeAnalyst } from '../../analyst/index.ts'
import { measurePlanted } from './planted-events.ts'

const analyst = makeAnalyst()
afterAll(() => analyst.close())

test('every event of the story is found once, at its place', async () => {
  const scores = await measurePlanted(analyst, 2)
  expect(Object.keys(scores)).toHaveLength(8)
  for (const { found, bucketsOff } of Object.values(scores)) {
    expect(found).toBe(1)
    expect(bucketsOff).toBeLessThanOrEqual(1)
  }
}, 60_000)
