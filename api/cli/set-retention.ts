import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { systemActor } from '../features/audit/index.ts'
import { findOrganization } from '../features/organizations/index.ts'
import { changeRetention, MOST_DAYS, type RetentionRow } from '../features/retention/index.ts'
import { UserError } from '../lib/user-error.ts'
import { withDatabase } from './open-database.ts'
import { readLimit } from './read-limit.ts'

interface Options {
  organization?: string
  jobsDays?: string
  rollupsDays?: string
}

const DAYS = { least: 1, most: MOST_DAYS }

/** `tachograph set-retention`: says how long an organization keeps its jobs and rollups, and prints that. */
export function setRetentionCommand(): Command {
  return new Command('set-retention')
    .description('say how long an organization keeps jobs and their rollups; what is older is deleted for good')
    .option('--organization <name>', 'name of the organization; not needed where there is only one')
    .option('--jobs-days <number>', 'for how many days jobs are kept, or none for ever')
    .option('--rollups-days <number>', 'for how many days rollups are kept, at least as long as jobs, or none')
    .addHelpText(
      'after',
      '\nExample:\n  $ npx tachograph set-retention --organization "Acme Logistics" --jobs-days 90 --rollups-days none',
    )
    .action(async ({ organization, jobsDays, rollupsDays }: Options) => {
      const jobs = readLimit('--jobs-days', jobsDays, DAYS)
      const rollups = readLimit('--rollups-days', rollupsDays, DAYS)
      if (jobs === undefined && rollups === undefined) {
        throw new UserError('Nothing to change: give --jobs-days, --rollups-days, or both. See --help.')
      }
      const changes = {
        ...(jobs !== undefined && { jobsDays: jobs }),
        ...(rollups !== undefined && { rollupsDays: rollups }),
      }
      const { name, retention } = await withDatabase(readConfig(), async ({ sql }) => {
        const { id, name } = await findOrganization(sql, organization ?? null)
        return { name, retention: await changeRetention(sql, systemActor(id, 'Command line'), changes, name) }
      })
      console.error(`Retention of "${name}", which a running server begins to enforce within half an hour:`)
      console.log(describe(retention))
    })
}

function describe({ jobsDays, rollupsDays }: RetentionRow): string {
  const words = (days: number | null) => (days === null ? 'for ever' : `${days.toLocaleString('en')} days`)
  return `jobs     ${words(jobsDays)}\nrollups  ${words(rollupsDays)}`
}
