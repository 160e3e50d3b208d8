import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { findOrganization } from '../features/organizations/index.ts'
import { UserError } from '../lib/user-error.ts'
import { rebuildRollups } from '../rollups/index.ts'
import { withDatabase } from './open-database.ts'
import { readMoment } from './read-moment.ts'

interface Options {
  organization?: string
  from?: string
  to?: string
}

/** `tachograph rebuild-rollups`: counts the rollups of a range again, while everything runs, and prints how many hours. */
export function rebuildRollupsCommand(): Command {
  return new Command('rebuild-rollups')
    .description('count rollups again from the jobs, after jobs were deleted or changed by hand; everything may go on')
    .option('--organization <name>', 'name of the organization; not needed where there is only one')
    .option('--from <time>', 'first moment, such as 2026-11-01; without it: from the beginning')
    .option('--to <time>', 'moment up to which; without it: up to now')
    .addHelpText('after', '\nExample:\n  $ npx tachograph rebuild-rollups --from 2026-11-01 --to 2026-11-08')
    .action(async ({ organization, from, to }: Options) => {
      const range = {
        from: from === undefined ? new Date(0) : readMoment('--from', from),
        to: to === undefined ? new Date() : readMoment('--to', to),
      }
      if (range.from >= range.to) throw new UserError('The range is empty: --from must be before --to.')
      const interruption = new AbortController()
      const { signal } = interruption
      const hours = await withDatabase(
        readConfig(),
        async ({ sql }) => {
          const { id, name } = await findOrganization(sql, organization ?? null)
          console.error(`Rollups of "${name}":`)
          return rebuildRollups(sql, { organizationId: id, ...range, onProgress: say, signal })
        },
        { interruption },
      )
      if (signal.aborted) throw new UserError(`Stopped after ${hours} hours. The server counts the others.`)
      console.log(`${hours} hours`)
    })
}

function say(done: number, total: number) {
  console.error(`  ${done.toLocaleString('en')} of ${total.toLocaleString('en')} hours`)
}
