import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { createKey } from '../features/keys/index.ts'
import { findOrganization } from '../features/organizations/index.ts'
import { withDatabase } from './open-database.ts'
import { readExpiry } from './read-expiry.ts'

interface Options {
  name: string
  scope: string[]
  organization?: string
  expires?: string
}

/** `tachograph create-key`: prints a new API key, which is shown this once, alone on the last line. */
export function createKeyCommand(): Command {
  return new Command('create-key')
    .description('make an API key and print it, which is the only time that it can be seen')
    .requiredOption('--name <name>', 'what the key is for, as people will see it in lists')
    .requiredOption('--scope <scope>', 'what it may be used for: read or ingest; give it twice for both', collect)
    .option('--organization <name>', 'name of the organization; not needed where there is only one')
    .option('--expires <when>', 'when it ends, as 2027-01-31 (its first moment in UTC) or 2027-01-31T12:00:00+01:00')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx tachograph create-key --name "Power BI" --scope read --expires 2027-12-31\n' +
        '  $ npx tachograph create-key --name runner --scope read --scope ingest --organization "Acme Logistics"',
    )
    .action(async ({ name, scope, organization, expires }: Options) => {
      const expiresAt = expires === undefined ? null : readExpiry(expires, new Date())
      const made = await withDatabase(readConfig(), async ({ sql, tokens }) => {
        const owner = await findOrganization(sql, organization ?? null)
        const { key } = await createKey({ sql, tokens }, owner.id, { name, scopes: scope, expiresAt })
        return { key, owner: owner.name }
      })
      const until = expiresAt ? `until ${expiresAt.toISOString()}` : 'without an end'
      console.error(`Made the key "${name}" of "${made.owner}" for ${scope.join(' and ')}, ${until}. Keep it safe:`)
      console.log(made.key)
    })
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value]
}
