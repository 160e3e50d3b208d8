import { randomUUID } from 'node:crypto'
import { transaction } from '../../db/transaction.ts'
import type { Reach } from '../../db/reach.ts'
import type { Services } from '../../schema/context.ts'
import type { Contributor } from '../causes/index.ts'
import { selectRetention } from '../retention/index.ts'
import { draftPipelines } from './draft-pipelines.ts'
import type { Drafted } from './draft-series.ts'
import { explaining } from './explaining.ts'
import { type Matched, matchDrafts, stateOf } from './match-drafts.ts'
import * as queries from './queries/insights.ts'
import { endScan } from './queries/scans.ts'
import { WATCHES } from './watches.ts'

/** What a scan needs from outside. */
export type Scanning = Pick<Services, 'sql' | 'changes' | 'analyst' | 'statementsAtOnce' | 'now'> & {
  signal?: AbortSignal
}

/** What a scan changed. */
export interface Scanned {
  fresh: number
  changed: number
}

/**
 * Looks through the measures of all pipelines of an organization, and keeps its insights: writes what is new, moves what
 * was known on in its life, and tells whoever watches. It writes all of it or nothing.
 */
export async function scanOrganization(deps: Scanning, organizationId: number): Promise<Scanned> {
  const now = deps.now()
  const reach = await wholeReach(deps, organizationId)
  const drafted: Drafted[] = []
  for (const watch of WATCHES) drafted.push(...(await draftPipelines(deps, { reach, now }, watch)))
  const known = await queries.selectKnown(deps.sql, organizationId, new Date(now.getTime() - longestNews()))
  const matched = matchDrafts(
    drafted.map(({ draft }) => draft),
    known,
  )
  const writes = await writesFor(deps, { matched, drafted, now })
  await transaction(deps.sql, async (sql) => {
    for (const write of writes) await write.run(sql, organizationId)
  })
  await endScan(deps.sql, organizationId, deps.now())
  const ids = writes.map(({ id }) => id)
  if (ids.length > 0) deps.changes.publish({ organizationId, dataset: 'insights', from: now, to: now, ids })
  return { fresh: matched.fresh.length, changed: ids.length - matched.fresh.length }
}

async function wholeReach({ sql }: Scanning, organizationId: number): Promise<Reach> {
  const { jobsKeptFrom, rollupsKeptFrom } = await selectRetention(sql, organizationId)
  return { organizationId, pipelines: null, kept: { jobs: jobsKeptFrom, rollups: rollupsKeptFrom } }
}

/** Twice as long ago as anything is news: what was told is found again as long as it could be told. */
function longestNews(): number {
  return 2 * Math.max(...WATCHES.map(({ newsMs }) => newsMs))
}

interface Write {
  id: string
  run(sql: Services['sql'], organizationId: number): Promise<void>
}

interface Work {
  matched: Matched<queries.KnownInsight>
  drafted: readonly Drafted[]
  now: Date
}

async function writesFor(deps: Scanning, { matched, drafted, now }: Work): Promise<Write[]> {
  const contributorsOf = async (draft: Drafted['draft']): Promise<Contributor[]> =>
    explaining(draft, await drafted.find((one) => one.draft === draft)!.contributors(deps))
  const writes: Write[] = []
  for (const draft of matched.fresh) {
    const content = {
      ...draft,
      id: randomUUID(),
      state: stateOf(draft, now, now),
      contributors: await contributorsOf(draft),
    }
    writes.push({
      id: content.id,
      run: (sql, organizationId) => queries.insertInsight(sql, organizationId, content, now),
    })
  }
  for (const { draft, known } of matched.again) {
    const state = stateOf(draft, known.foundAt, now)
    if (draft.sentence !== known.sentence && draft.every === known.every) {
      const content = { ...draft, id: known.id, state, contributors: await contributorsOf(draft) }
      writes.push({
        id: known.id,
        run: (sql, organizationId) => queries.updateInsight(sql, organizationId, content, now),
      })
    } else if (state !== known.state) writes.push(stateWrite({ ...known, state, endedAt: draft.endedAt }, now))
  }
  for (const known of matched.gone)
    writes.push(stateWrite({ ...known, state: 'OVER', endedAt: known.endedAt ?? now }, now))
  return writes
}

function stateWrite(known: Parameters<typeof queries.updateState>[2], now: Date): Write {
  return { id: known.id, run: (sql, organizationId) => queries.updateState(sql, organizationId, known, now) }
}
