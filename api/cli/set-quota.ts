import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { systemActor } from '../features/audit/index.ts'
import { findOrganization } from '../features/organizations/index.ts'
import { type Limits, setLimits } from '../features/quotas/index.ts'
import { UserError } from '../lib/user-error.ts'
import { withDatabase } from './open-database.ts'
import { readLimit } from './read-limit.ts'

interface Options {
  organization?: string
  jobsADay?: string
  storedBytes?: string
  queriesAtOnce?: string
  exportsADay?: string
}

const MOST_INTEGER = 2_147_483_647

/** `tachograph set-quota`: limits what an organization may have, and prints its limits. */
export function setQuotaCommand(): Command {
  return new Command('set-quota')
    .description('limit what an organization may have; what is not given stays as it is')
    .option('--organization <name>', 'name of the organization; not needed where there is only one')
    .option('--jobs-a-day <number>', 'new jobs a day in UTC, or none for no limit')
    .option('--stored-bytes <number>', 'bytes that all its jobs may take, or none')
    .option('--queries-at-once <number>', 'queries under way at once on each server, or none')
    .option('--exports-a-day <number>', 'downloads a day in UTC, or none')
    .addHelpText(
      'after',
      '\nExample:\n  $ npx tachograph set-quota --organization "Acme Logistics" --jobs-a-day 1000000 --exports-a-day none',
    )
    .action(async ({ organization, ...options }: Options) => {
      const changes = readChanges(options)
      const now = new Date()
      const { name, limits } = await withDatabase(readConfig(), async ({ sql }) => {
        const { id, name } = await findOrganization(sql, organization ?? null)
        const actor = systemActor(id, 'Command line')
        return { name, limits: await setLimits(sql, actor, changes, { subject: name, now }) }
      })
      console.error(`Limits of "${name}":`)
      console.log(describe(limits))
    })
}

function readChanges({ jobsADay, storedBytes, queriesAtOnce, exportsADay }: Options): Partial<Limits> {
  const read = {
    jobsADay: readLimit('--jobs-a-day', jobsADay),
    storedBytes: readLimit('--stored-bytes', storedBytes),
    queriesAtOnce: readLimit('--queries-at-once', queriesAtOnce, { least: 1, most: MOST_INTEGER }),
    exportsADay: readLimit('--exports-a-day', exportsADay, { most: MOST_INTEGER }),
  }
  const changes = Object.entries(read).filter(([, limit]) => limit !== undefined)
  if (changes.length === 0) throw new UserError('Nothing to change: give one of the limits. See --help.')
  return Object.fromEntries(changes)
}

function describe({ jobsADay, storedBytes, queriesAtOnce, exportsADay }: Limits): string {
  const lines: [string, number | null][] = [
    ['jobs a day', jobsADay],
    ['stored bytes', storedBytes],
    ['queries at once', queriesAtOnce],
    ['exports a day', exportsADay],
  ]
  return lines.map(([name, limit]) => `${name.padEnd(16)} ${limit?.toLocaleString('en') ?? 'no limit'}`).join('\n')
}
