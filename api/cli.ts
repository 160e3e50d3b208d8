#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { createKeyCommand } from './cli/create-key.ts'
import { createOrganizationCommand } from './cli/create-organization.ts'
import { createUserCommand } from './cli/create-user.ts'
import { endSecondFactorCommand } from './cli/end-second-factor.ts'
import { exportDashboardCommand } from './cli/export-dashboard.ts'
import { importDashboardCommand } from './cli/import-dashboard.ts'
import { importTools } from './cli/import-tools.ts'
import { importCommand } from './cli/import.ts'
import { migrateCommand } from './cli/migrate.ts'
import { rebuildRollupsCommand } from './cli/rebuild-rollups.ts'
import { revokeKeyCommand } from './cli/revoke-key.ts'
import { rotateSecretCommand } from './cli/rotate-secret.ts'
import { setQuotaCommand } from './cli/set-quota.ts'
import { setRetentionCommand } from './cli/set-retention.ts'
import { verifyIsolationCommand } from './cli/verify-isolation.ts'
import { resetPasswordCommand } from './cli/reset-password.ts'
import { describeFailure } from './start/failure.ts'

const program = new Command('tachograph')
  .description('Manage Tachograph from the command line. Results go to stdout, messages to stderr.')
  .version(packageJson.version)
  .addHelpText(
    'after',
    '\nThe database is the one that DATABASE_URL names, or the embedded one, also while the server runs.',
  )
program.addCommand(migrateCommand())
program.addCommand(createOrganizationCommand())
program.addCommand(createUserCommand())
program.addCommand(resetPasswordCommand())
program.addCommand(endSecondFactorCommand())
program.addCommand(createKeyCommand())
program.addCommand(revokeKeyCommand())
program.addCommand(setQuotaCommand())
program.addCommand(setRetentionCommand())
program.addCommand(rotateSecretCommand())
program.addCommand(importCommand(importTools))
program.addCommand(exportDashboardCommand())
program.addCommand(importDashboardCommand())
program.addCommand(rebuildRollupsCommand())
program.addCommand(verifyIsolationCommand())
throwOnMisuse(program)

try {
  await program.parseAsync()
} catch (error) {
  // Commander has said what was wrong with the arguments, or printed the help that was asked for.
  if (error instanceof CommanderError) process.exitCode = error.exitCode
  else {
    console.error(describeFailure(error))
    process.exitCode = 1
  }
}

/** Commander would end the process by itself, at once. */
function throwOnMisuse(command: Command) {
  command.exitOverride().showHelpAfterError('(--help shows how to use it)')
  for (const inner of command.commands) throwOnMisuse(inner)
}
