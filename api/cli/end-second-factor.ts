import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { dropSecondFactor } from '../features/people/index.ts'
import { withDatabase } from './open-database.ts'

/** `tachograph end-second-factor`: for somebody who has lost both the app and the recovery codes. */
export function endSecondFactorCommand(): Command {
  return new Command('end-second-factor')
    .description('end the second factor of a person who lost the app and the recovery codes')
    .requiredOption('--email <address>', 'e-mail address that the person signs in with')
    .addHelpText('after', '\nExample:\n  $ npx tachograph end-second-factor --email ann@example.com')
    .action(async ({ email }: { email: string }) => {
      await withDatabase(readConfig(), ({ sql }) => dropSecondFactor(sql, email, 'Command line'))
      console.error('The password alone signs the person in now. Make sure that it was the person who asked.')
    })
}
