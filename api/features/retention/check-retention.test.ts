import { expect, test } from 'vitest'
import { checkRetention } from './check-retention.ts'

test.each([
  [null, null],
  [1, null],
  [30, 30],
  [30, 36_500],
])('jobs for %s days and rollups for %s are fine', (jobsDays, rollupsDays) => {
  expect(() => checkRetention({ jobsDays, rollupsDays })).not.toThrow()
})

test.each([
  [0, null, 'Jobs are to be kept for 0 days: write a whole number from 1 to 36500, or nothing for ever.'],
  [1.5, null, 'Jobs are to be kept for 1.5 days'],
  [30, 36_501, 'Rollups are to be kept for 36501 days'],
  [30, 29, 'Rollups are to be kept for 29 days, which is less than the 30 of jobs: keep them at least as long.'],
  [null, 30, 'Rollups are to be kept for 30 days, and jobs for ever: limit jobs too, or keep both for ever.'],
])('jobs for %s days and rollups for %s are refused', (jobsDays, rollupsDays, message) => {
  expect(() => checkRetention({ jobsDays, rollupsDays })).toThrow(message)
})
