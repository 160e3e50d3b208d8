import { Command } from 'commander'
import { readConfig } from '../config.ts'
import type { Sql } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import { recordAudit, systemActor } from '../features/audit/index.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { withDatabase } from './open-database.ts'

/** `tachograph create-organization NAME`: an empty organization, which then needs people and keys. */
export function createOrganizationCommand(): Command {
  return new Command('create-organization')
    .description('make an organization, whose people and data are apart from all others')
    .argument('<name>', 'what people will call it')
    .addHelpText('after', '\nExample:\n  $ npx tachograph create-organization "Acme Logistics"')
    .action(async (name: string) => {
      const organization = await withDatabase(readConfig(), ({ sql }) => make(sql, name))
      console.error(`Made the organization "${organization.name}". Add a person: npx tachograph create-user`)
      console.log(organization.name)
    })
}

function make(sql: Sql, name: string) {
  return transaction(sql, async (tx) => {
    const organization = await createOrganization(tx, name)
    const entry = { action: 'organization.created', subject: organization.name }
    await recordAudit(tx, systemActor(organization.id, 'Command line'), entry)
    return organization
  })
}
