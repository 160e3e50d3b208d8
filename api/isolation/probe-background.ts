import { makeAnalyst } from '../analyst/index.ts'
import { scanOrganization } from '../features/insights/index.ts'
import { forget, moveKeptFrom } from '../features/retention/index.ts'
import { makePlaces } from '../lib/places.ts'
import { rebuildRollups } from '../rollups/index.ts'
import { changesOf, look, reset, type Run } from './run.ts'

const PATIENCE_MS = 10_000
const DAY_MS = 86_400_000

/** Does for A what the server does by itself, in the background. B stays what it is. */
export async function probeBackground(run: Run): Promise<void> {
  const { sql, startedAt, findings } = run
  const { organizationId } = run.canaries.a
  const until = { organizationId, jobsKeptFrom: startedAt, rollupsKeptFrom: startedAt }
  const hundredYearsOn = new Date(startedAt.getTime() + 36_500 * DAY_MS)
  const works: [string, () => Promise<unknown>][] = [
    [
      'rebuilding rollups',
      () => rebuildRollups(sql, { organizationId, from: new Date(0), to: startedAt, onProgress: () => {} }),
    ],
    ['scanning for insights', () => scanAlone(run)],
    ['moving what is kept', () => moveKeptFrom(sql, organizationId, hundredYearsOn)],
    ['deleting what is not kept', () => forget(sql, until, new AbortController().signal)],
  ]
  for (const [name, work] of works) {
    await reset(run)
    const before = await look(run)
    await work().catch((error: unknown) => findings.add(name, 'the server', `It fails: ${String(error)}`))
    const after = await look(run)
    const theirs = changesOf(before, after, [run.canaries.b.organizationId])
    if (theirs.length > 0) findings.add(name, 'the server', `Changed what belongs to B: ${theirs.join(', ')}`)
    if (changesOf(before, after, [organizationId]).length === 0) {
      findings.add(name, 'this check', 'It changes nothing: this check sees nothing here')
    }
  }
}

async function scanAlone({ sql, startedAt, canaries }: Run): Promise<void> {
  const analyst = makeAnalyst()
  const changes = { publish: () => {}, subscribe: () => () => {} }
  const deps = { sql, analyst, changes, statementsAtOnce: makePlaces(PATIENCE_MS), now: () => startedAt }
  await scanOrganization(deps, canaries.a.organizationId).finally(() => analyst.close())
}
