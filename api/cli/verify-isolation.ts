import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { connect } from '../db/client.ts'
import { findServer, routesOf, verifyIsolation } from '../isolation/index.ts'
import { schema } from '../schema/index.ts'
import { withDatabase } from './open-database.ts'

/** `tachograph verify-isolation`: shows that organizations cannot see or change each other, on a server that runs. */
export function verifyIsolationCommand(): Command {
  return new Command('verify-isolation')
    .description('try to see and change one organization from another, on a running server')
    .option('--url <address>', 'where the server runs', 'http://localhost:4000')
    .addHelpText(
      'after',
      '\nIt makes two organizations, asks everything as each of them and as nobody, and removes them again. The database\n' +
        'has to be that of the server. It ends with 0 when nothing was found.\n' +
        '\nExample:\n  $ npx tachograph verify-isolation --url https://tachograph.example.com',
    )
    .action(async ({ url: address }: { url: string }) => {
      const url = await findServer(address)
      const report = await withDatabase(readConfig(), async (database) => {
        const owner = connect(database.url, { max: 2 })
        return verifyIsolation({
          sql: database.sql,
          owner,
          tokens: database.tokens,
          url,
          schema,
          routes: await routesOf(database),
          now: () => new Date(),
          onPart: (name) => console.error(`Looking at ${name} ...`),
        }).finally(() => owner.end())
      })
      const { findings, notes, fields, routes, requests, seconds, clean } = report
      for (const { where, who, what } of findings) console.error(`${where}, ${who}: ${what}`)
      for (const note of notes) console.error(note)
      console.error(
        `${fields.covered} of ${fields.of} root fields and ${routes.covered} of ${routes.of} addresses, ` +
          `${requests} requests in ${seconds.toFixed(1)} s: ${clean ? 'nothing found' : `${findings.length} findings`}.`,
      )
      console.log(JSON.stringify(report, null, 2))
      if (!clean) process.exitCode = 1
    })
}
