import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { UserError } from '../lib/user-error.ts'
import { reseal } from '../secrets/index.ts'
import { withDatabase } from './open-database.ts'

/** `tachograph rotate-secret`: seals stored credentials with the current secret, so that older ones can be dropped. */
export function rotateSecretCommand(): Command {
  return new Command('rotate-secret')
    .description('seal stored credentials with TACHOGRAPH_SECRET instead of one of TACHOGRAPH_OLD_SECRETS')
    .addHelpText(
      'after',
      '\nSet TACHOGRAPH_SECRET to the new secret and TACHOGRAPH_OLD_SECRETS to the old one, restart the server, and run this.\n' +
        'API keys, sessions and links that were made with an old secret count as long as it stays listed: sessions and\n' +
        'links end by themselves, keys have to be rotated before it is dropped.\n' +
        '\nExample:\n  $ TACHOGRAPH_SECRET=... TACHOGRAPH_OLD_SECRETS=... npx tachograph rotate-secret',
    )
    .action(async () => {
      const { renewed, current, unreadable } = await withDatabase(readConfig(), ({ sql, seal }) => reseal(sql, seal))
      console.error(`${count(renewed)} sealed anew, ${count(current)} sealed with the current secret already.`)
      if (unreadable > 0) {
        throw new UserError(
          `${count(unreadable)} sealed with a secret that is not listed: add it to TACHOGRAPH_OLD_SECRETS and run this again.`,
        )
      }
      console.log(renewed)
    })
}

function count(values: number): string {
  return values === 1 ? '1 credential is' : `${values} credentials are`
}
