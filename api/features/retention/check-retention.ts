import { UserError } from '../../lib/user-error.ts'
import type { RetentionDays } from './queries.ts'

/** A hundred years: whoever wants more wants to keep everything. */
export const MOST_DAYS = 36_500

/** Throws a UserError for days that cannot be kept: what is wrong with them, and what to write instead. */
export function checkRetention({ jobsDays, rollupsDays }: RetentionDays): void {
  checkDays('Jobs', jobsDays)
  checkDays('Rollups', rollupsDays)
  if (rollupsDays === null) return
  if (jobsDays === null) {
    throw new UserError(
      `Rollups are to be kept for ${rollupsDays} days, and jobs for ever: limit jobs too, or keep both for ever.`,
    )
  }
  if (rollupsDays < jobsDays) {
    throw new UserError(
      `Rollups are to be kept for ${rollupsDays} days, which is less than the ${jobsDays} of jobs: keep them at least as long.`,
    )
  }
}

function checkDays(what: string, days: number | null) {
  if (days === null || (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS)) return
  throw new UserError(
    `${what} are to be kept for ${days} days: write a whole number from 1 to ${MOST_DAYS}, or nothing for ever.`,
  )
}
