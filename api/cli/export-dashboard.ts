import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { exportDashboard } from '../features/dashboards/index.ts'
import { findOrganization } from '../features/organizations/index.ts'
import { withDatabase } from './open-database.ts'

/** `tachograph export-dashboard`: prints a dashboard as JSON, as it was last saved. */
export function exportDashboardCommand(): Command {
  return new Command('export-dashboard')
    .description('print a dashboard as JSON, so that a repository can hold it')
    .argument('<id>', 'id of the dashboard: the end of its address')
    .option('--organization <name>', 'name of the organization; not needed where there is only one')
    .addHelpText(
      'after',
      '\nExample:\n  $ npx tachograph export-dashboard 0b6f0c1e-9d0c-4a53-8f6e-1f1c6f3f7a55 > night.json',
    )
    .action(async (id: string, { organization }: { organization?: string }) => {
      const document = await withDatabase(readConfig(), async ({ sql }) => {
        const owner = await findOrganization(sql, organization ?? null)
        return exportDashboard(sql, owner.id, id)
      })
      console.log(JSON.stringify(document, null, 2))
    })
}
