/** For how many days jobs and rollups are kept; null: for ever. */
export interface Days {
  jobsDays: number | null
  rollupsDays: number | null
}

/** What the form holds: text as it was typed. Empty: for ever. */
export interface RetentionInput {
  jobs: string
  rollups: string
}

/** As the server takes them: a hundred years. */
const MOST_DAYS = 36_500

/** What the form shows of days. */
export function inputOf({ jobsDays, rollupsDays }: Days): RetentionInput {
  return { jobs: jobsDays?.toString() ?? '', rollups: rollupsDays?.toString() ?? '' }
}

/** The days that were typed; each has been checked. */
export function daysOf({ jobs, rollups }: RetentionInput): Days {
  return { jobsDays: read(jobs), rollupsDays: read(rollups) }
}

/** What is wrong with the days of jobs, as a sentence; null when nothing is. */
export function jobsProblem(input: RetentionInput): string | null {
  return isRight(read(input.jobs)) ? null : `Enter a whole number from 1 to ${MOST_DAYS}, or nothing.`
}

/** The same for those of rollups. */
export function rollupsProblem(input: RetentionInput): string | null {
  const { jobsDays, rollupsDays } = daysOf(input)
  if (!isRight(rollupsDays)) return `Enter a whole number from 1 to ${MOST_DAYS}, or nothing.`
  if (rollupsDays === null || !isRight(jobsDays)) return null
  if (jobsDays === null) return 'Rollups are kept at least as long as jobs: limit jobs too, or leave this empty.'
  return rollupsDays < jobsDays ? `Rollups are kept at least as long as jobs: ${jobsDays} days or more.` : null
}

/** Whether less is kept than before, so that something is deleted which would have stayed. */
export function keepsLess(before: Days, after: Days): boolean {
  const isLess = (was: number | null, is: number | null) => (is ?? Infinity) < (was ?? Infinity)
  return isLess(before.jobsDays, after.jobsDays) || isLess(before.rollupsDays, after.rollupsDays)
}

/** `for ever`, `for 1 day`, `for 90 days`. */
export function howLong(days: number | null): string {
  if (days === null) return 'for ever'
  return days === 1 ? 'for 1 day' : `for ${days} days`
}

function read(text: string): number | null {
  return text.trim() === '' ? null : /^\s*\d+\s*$/.test(text) ? Number(text) : NaN
}

function isRight(days: number | null): boolean {
  return days === null || (days >= 1 && days <= MOST_DAYS)
}
