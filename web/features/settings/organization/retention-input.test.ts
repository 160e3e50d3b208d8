import { expect, test } from 'vitest'
import { daysOf, howLong, inputOf, jobsProblem, keepsLess, rollupsProblem } from './retention-input.ts'

test('what is typed is what is shown of it', () => {
  expect(daysOf({ jobs: ' 90 ', rollups: '' })).toEqual({ jobsDays: 90, rollupsDays: null })
  expect(inputOf({ jobsDays: 90, rollupsDays: null })).toEqual({ jobs: '90', rollups: '' })
})

test.each([
  ['', '', null, null],
  ['30', '30', null, null],
  ['30', '', null, null],
  ['0', '', 'from 1 to 36500', null],
  ['ten', '20', 'from 1 to 36500', null],
  ['30', '36501', null, 'from 1 to 36500'],
  ['30', '1.5', null, 'from 1 to 36500'],
  ['30', '29', null, '30 days or more'],
  ['', '30', null, 'limit jobs too'],
])('jobs "%s" and rollups "%s"', (jobs, rollups, ofJobs, ofRollups) => {
  const [job, rollup] = [jobsProblem({ jobs, rollups }), rollupsProblem({ jobs, rollups })]
  if (ofJobs === null) expect(job).toBeNull()
  else expect(job).toContain(ofJobs)
  if (ofRollups === null) expect(rollup).toBeNull()
  else expect(rollup).toContain(ofRollups)
})

test('only what keeps less deletes anything', () => {
  const days = (jobsDays: number | null, rollupsDays: number | null) => ({ jobsDays, rollupsDays })
  expect(keepsLess(days(null, null), days(90, null))).toBe(true)
  expect(keepsLess(days(90, null), days(90, 400))).toBe(true)
  expect(keepsLess(days(90, 400), days(30, null))).toBe(true)
  expect(keepsLess(days(90, 400), days(91, null))).toBe(false)
  expect(keepsLess(days(90, 400), days(90, 400))).toBe(false)
  expect(keepsLess(days(90, null), days(null, null))).toBe(false)
})

test('days are told in words', () => {
  expect([null, 1, 90].map(howLong)).toEqual(['for ever', 'for 1 day', 'for 90 days'])
})
