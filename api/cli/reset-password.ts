import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { makeResetLink } from '../features/people/index.ts'
import { withDatabase } from './open-database.ts'

/** `tachograph reset-password`: a link for somebody who forgot the password, where no mail can be sent. */
export function resetPasswordCommand(): Command {
  return new Command('reset-password')
    .description('print a link with which a person chooses a new password, once, within an hour')
    .requiredOption('--email <address>', 'e-mail address that the person signs in with')
    .addHelpText('after', '\nExample:\n  $ npx tachograph reset-password --email ann@example.com')
    .action(async ({ email }: { email: string }) => {
      const config = readConfig()
      const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`
      const link = await withDatabase(config, ({ sql, tokens }) =>
        makeResetLink({ sql, tokens, now: () => new Date(), publicUrl }, email),
      )
      console.error('Give this link to the person and to nobody else:')
      console.log(link)
    })
}
