import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { transaction } from '../db/transaction.ts'
import { recordAudit, systemActor } from '../features/audit/index.ts'
import { createKey, describeKey } from '../features/keys/index.ts'
import { findOrganization } from '../features/organizations/index.ts'
import { withDatabase } from './open-database.ts'
import { readExpiry } from './read-expiry.ts'
import { readLimit } from './read-limit.ts'

interface Options {
  name: string
  scope: string[]
  organization?: string
  expires?: string
  pipeline?: string[]
  address?: string[]
  requestsAMinute?: string
}

const ACTOR = 'Command line'

/** `tachograph create-key`: prints a new API key, which is shown this once, alone on the last line. */
export function createKeyCommand(): Command {
  return new Command('create-key')
    .description('make an API key and print it, which is the only time that it can be seen')
    .requiredOption('--name <name>', 'what the key is for, as people will see it in lists')
    .requiredOption(
      '--scope <scope>',
      'what it may be used for: read, ingest or manage; repeat it for several',
      collect,
    )
    .option('--organization <name>', 'name of the organization; not needed where there is only one')
    .option('--expires <when>', 'when it ends, as 2027-01-31 (its first moment in UTC) or 2027-01-31T12:00:00+01:00')
    .option('--pipeline <key>', 'a pipeline that it is confined to; repeat it for several. Default: all', collect)
    .option(
      '--address <network>',
      'a network that it may be used from, as 10.0.0.0/8; repeatable. Default: any',
      collect,
    )
    .option('--requests-a-minute <number>', 'how many requests it may make a minute, or none for the default')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx tachograph create-key --name "Power BI" --scope read --expires 2027-12-31\n' +
        '  $ npx tachograph create-key --name runner --scope read --scope ingest --organization "Acme Logistics"',
    )
    .action(async ({ name, scope, organization, expires, ...options }: Options) => {
      const expiresAt = expires === undefined ? null : readExpiry(expires, new Date())
      const { pipeline: pipelines, address: addresses } = options
      const requestsAMinute = readLimit('--requests-a-minute', options.requestsAMinute, { least: 1, most: 1_000_000 })
      const input = { name, scopes: scope, expiresAt, pipelines, addresses, requestsAMinute, createdBy: ACTOR }
      const made = await withDatabase(readConfig(), async ({ sql, tokens }) => {
        const owner = await findOrganization(sql, organization ?? null)
        return transaction(sql, async (sql) => {
          const { apiKey, key } = await createKey({ sql, tokens }, owner.id, input)
          const after = describeKey(apiKey)
          await recordAudit(sql, systemActor(owner.id, ACTOR), { action: 'key.created', subject: apiKey.name, after })
          return { key, owner: owner.name }
        })
      })
      const until = expiresAt ? `until ${expiresAt.toISOString()}` : 'without an end'
      console.error(`Made the key "${name}" of "${made.owner}" for ${scope.join(' and ')}, ${until}. Keep it safe:`)
      console.log(made.key)
    })
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value]
}
