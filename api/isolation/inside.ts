import { countLeft, selectExcessRights, selectKeyless, selectLooseIndexes, selectOpenPolicies } from './queries.ts'
import { look, type Run } from './run.ts'

/** Unique indexes that may begin with something else, with the reason. */
const LOOSE: Readonly<Record<string, string>> = {
  sessions_pkey: 'the hash of a token is looked up before the organization is known; 256 random bits tell nothing',
  api_keys_key_hash_key: 'the same',
  invitations_token_hash_key: 'the same',
  dashboard_share_links_token_hash_key: 'the same',
}

/** Looks at the database itself: what keeps organizations apart even if a statement should forget to. */
export async function checkInside(run: Run): Promise<void> {
  const { sql, findings } = run
  for (const { index, columns } of await selectLooseIndexes(sql)) {
    if (LOOSE[index]) continue
    findings.add(index, 'the database', `The unique index (${columns}) does not begin with organization_id`)
  }
  for (const table of await selectKeyless(sql)) findings.add(table, 'the database', 'The table has no primary key')
  for (const what of await selectExcessRights(sql)) findings.add('grants', 'the application role', `It ${what}`)
  const { organizations } = run.canaries.footprint
  for (const table of await selectOpenPolicies(sql, tenantTables(run), organizations)) {
    findings.add(table, 'the database', 'The row-level policy shows rows although nobody said which organization asks')
  }
  await checkCanaries(run)
}

/** What the canaries do not have nobody can find with somebody else: every table has to have something of both. */
async function checkCanaries(run: Run): Promise<void> {
  const state = await look(run)
  const { a, b } = run.canaries
  for (const table of tenantTables(run)) {
    const missing = [a, b].some(({ organizationId }) => !state.has(`${organizationId} ${table}`))
    if (missing)
      run.findings.add(table, 'this check', 'Is not covered: the canaries have no rows in it (canary-rows.ts)')
  }
}

/** Whether the canaries are gone, with everything that they had. */
export async function checkRemoved(run: Run): Promise<void> {
  const left = await countLeft(run.sql, tenantTables(run), run.canaries.footprint.organizations)
  if (left > 0) run.findings.add('clean-up', 'this check', `${left} rows of the canaries are left`)
}

function tenantTables({ tables }: Run): string[] {
  return tables.filter(({ owner }) => owner === 'organization_id').map(({ name }) => name)
}
