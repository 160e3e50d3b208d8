import { Command, Option } from 'commander'
import { readConfig } from '../config.ts'
import { transaction } from '../db/transaction.ts'
import { recordAudit, systemActor } from '../features/audit/index.ts'
import { findOrganization } from '../features/organizations/index.ts'
import { createUser } from '../features/people/index.ts'
import { ROLES, type Role } from '../schema/permissions.ts'
import { withDatabase } from './open-database.ts'
import { readNewPassword } from './read-password.ts'

interface Options {
  email: string
  name: string
  role: Role
  organization?: string
  passwordStdin?: true
}

/** `tachograph create-user`: a person who can sign in. The password never stands in the command, where others see it. */
export function createUserCommand(): Command {
  return new Command('create-user')
    .description('add a person to an organization; asks for the password')
    .requiredOption('--email <address>', 'e-mail address, with which the person signs in')
    .requiredOption('--name <name>', 'name of the person')
    .addOption(new Option('--role <role>', 'what the person may do').choices(ROLES).makeOptionMandatory())
    .option('--organization <name>', 'name of the organization; not needed where there is only one')
    .option('--password-stdin', 'read the password from the standard input instead of asking')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx tachograph create-user --email ann@example.com --name "Ann Lee" --role editor\n' +
        '  $ npx tachograph create-user --email ann@example.com --name "Ann Lee" --role owner --password-stdin < password.txt',
    )
    .action(async ({ passwordStdin, organization, ...person }: Options) => {
      const password = await readNewPassword(passwordStdin === true)
      const config = readConfig()
      await withDatabase(config, async ({ sql }) => {
        const { id, name } = await findOrganization(sql, organization ?? null)
        const email = await transaction(sql, async (tx) => {
          const made = await createUser(tx, id, { ...person, password }, config.pwnedPasswordsUrl)
          const entry = { action: 'member.joined', subject: made.email, after: { role: person.role } }
          await recordAudit(tx, systemActor(id, 'Command line'), entry)
          return made.email
        })
        console.error(`Made the ${person.role} ${person.name} of "${name}".`)
        console.log(email)
      })
    })
}
