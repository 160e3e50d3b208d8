import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { systemActor } from '../features/audit/index.ts'
import { importDashboard } from '../features/dashboards/index.ts'
import { findOrganization } from '../features/organizations/index.ts'
import { UserError } from '../lib/user-error.ts'
import { withDatabase } from './open-database.ts'

const ACTOR = 'Command line'

/** `tachograph import-dashboard`: makes a dashboard that everyone in the organization sees, and prints its id. */
export function importDashboardCommand(): Command {
  return new Command('import-dashboard')
    .description('make a dashboard of a JSON file, for everyone in the organization, and print its id')
    .argument('<file>', 'what export-dashboard or the page has written')
    .option('--organization <name>', 'name of the organization; not needed where there is only one')
    .option('--folder <path>', 'where to put it: names with "/" between them')
    .addHelpText('after', '\nExample:\n  $ npx tachograph import-dashboard night.json --folder Operations')
    .action(async (file: string, { organization, folder }: { organization?: string; folder?: string }) => {
      const document = await readJson(file)
      const { id, name } = await withDatabase(readConfig(), async ({ sql }) => {
        const owner = await findOrganization(sql, organization ?? null)
        const deps = { sql, now: () => new Date() }
        const id = await importDashboard(deps, systemActor(owner.id, ACTOR), { document, folder: folder ?? null })
        return { id, name: owner.name }
      })
      console.error(`Made a dashboard of ${file}, which everyone in "${name}" sees:`)
      console.log(id)
    })
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UserError(`${file} cannot be read: ${error.message}`)
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${(error as Error).message}`)
  }
}
