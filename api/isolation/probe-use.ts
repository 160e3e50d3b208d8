import { setTimeout as sleep } from 'node:timers/promises'
import { plainCall } from './calls.ts'
import { selectUse, selectUsedKeys } from './queries.ts'
import { ask, reset, type Run } from './run.ts'

/** The server writes down every two seconds who was there. */
const PATIENCE_MS = 6_000

/** The use of a key counts for it alone, although the other organization has a key with its number. */
export async function probeUse(run: Run): Promise<void> {
  const { a, b, full, actingKeys } = run.canaries
  const field = run.fields.find(({ name }) => name === 'Query.viewer')
  if (!field) return
  await reset(run)
  const before = await selectUse(run.sql, b.organizationId, actingKeys)
  await ask(run, full, field, plainCall(run, field).args)
  const isNoted = async () => (await selectUsedKeys(run.sql, a.organizationId, actingKeys)).length > 0
  const until = Date.now() + PATIENCE_MS
  while (!(await isNoted()) && Date.now() < until) await sleep(100)
  if (!(await isNoted()))
    run.findings.add('api_key_usage', full.name, 'Its use was not noted: this check sees nothing here')
  // The two statements that note it follow each other.
  await sleep(100)
  const after = await selectUse(run.sql, b.organizationId, actingKeys)
  if (after !== before) run.findings.add('api_key_usage', full.name, 'Its use was noted for a key of B')
}
