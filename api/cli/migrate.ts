import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { withDatabase } from './open-database.ts'

/** `tachograph migrate`: brings the database up to this version. The start does the same by itself. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database up to this version (a start does it too)')
    .addHelpText('after', '\nExample:\n  $ npx tachograph migrate')
    .action(async () => {
      const applied = await withDatabase(readConfig(), async (database) => database.applied)
      for (const name of applied) console.log(name)
      console.error(applied.length > 0 ? 'The database is up to date now.' : 'The database was up to date already.')
    })
}
