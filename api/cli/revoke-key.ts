import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { systemActor } from '../features/audit/index.ts'
import { revokeKeys } from '../features/keys/index.ts'
import { findOrganization } from '../features/organizations/index.ts'
import { UserError } from '../lib/user-error.ts'
import { withDatabase } from './open-database.ts'

interface Options {
  name: string
  organization?: string
}

/** `tachograph revoke-key`: ends all keys of a name, and prints how each began. */
export function revokeKeyCommand(): Command {
  return new Command('revoke-key')
    .description('end all API keys of a name, within a second and for good')
    .requiredOption('--name <name>', 'name of the key, as in lists')
    .option('--organization <name>', 'name of the organization; not needed where there is only one')
    .addHelpText('after', '\nExample:\n  $ npx tachograph revoke-key --name "Power BI" --organization "Acme Logistics"')
    .action(async ({ name, organization }: Options) => {
      const ended = await withDatabase(readConfig(), async ({ sql }) => {
        const owner = await findOrganization(sql, organization ?? null)
        const keys = await revokeKeys(sql, systemActor(owner.id, 'Command line'), name, new Date())
        if (keys.length === 0) throw new UserError(`"${owner.name}" has no key "${name}" that could be revoked.`)
        return keys
      })
      console.error(ended.length === 1 ? `Revoked the key "${name}".` : `Revoked ${ended.length} keys "${name}".`)
      for (const { prefix } of ended) console.log(prefix)
    })
}
