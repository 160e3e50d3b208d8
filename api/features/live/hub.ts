import type { Reach } from '../../db/reach.ts'
import { makeTurns, type Turns } from '../../lib/turns.ts'
import type { Services } from '../../schema/context.ts'
import {
  type AnswerKind,
  answerSeries,
  answerTable,
  type AskedQuestion,
  coverageOf,
  type MetricQuery,
} from '../metrics/index.ts'
import type { AnswerRules, Change } from './answer-rules.ts'
import { canonicalQuery } from './canonical-query.ts'
import { makeChangesWithin } from './changes-within.ts'
import { type Entry, openEntry } from './entry.ts'
import { makeKeptLately } from './kept-lately.ts'
import { problemFor } from './problem.ts'
import { nextRun } from './next-run.ts'
import { makeShelf } from './shelf.ts'
import { seriesRules, type SeriesChange } from './series-state.ts'
import { tableRules, type TableChange } from './table-state.ts'

/** Of one organization: half of the places for statements stay for people who ask. */
const STATEMENTS_AT_ONCE = 4

type Deps = Pick<Services, 'sql' | 'statementsAtOnce' | 'changes' | 'now' | 'log'>

/** A question that is watched, and what of its dataset. */
export interface WatchedQuestion {
  reach: Reach
  query: MetricQuery
}

/** All questions that are watched in this process, each of them once however many watch it. */
export interface Hub {
  /** Throws badInput for a question that cannot be answered, and QUOTA_EXCEEDED when the organization watches too many. */
  table(question: WatchedQuestion): Entry<TableChange>
  series(question: WatchedQuestion): Entry<SeriesChange>
}

const hubs = new WeakMap<Services['changes'], Hub>()

/** The hub of a process: it hears of changes where all do. */
export function hubOf({ sql, statementsAtOnce, changes, now, log }: Deps): Hub {
  // Only these: who comes first also has a signal that aborts when he goes, and others may still watch.
  const hub = hubs.get(changes) ?? openHub({ sql, statementsAtOnce, changes, now, log })
  hubs.set(changes, hub)
  return hub
}

function openHub(deps: Deps): Hub {
  const isWithin = makeChangesWithin(deps)
  const keptLately = makeKeptLately(deps)
  const turns = new Map<number, Turns>()
  const turnsOf = (organizationId: number) => {
    const found = turns.get(organizationId) ?? makeTurns(STATEMENTS_AT_ONCE)
    turns.set(organizationId, found)
    return found
  }
  const opener = <Answer, State, Told extends Change>({ kind, rules, answer }: Way<Answer, State, Told>) => {
    const shelf = makeShelf<Told>()
    return ({ reach, query }: WatchedQuestion): Entry<Told> => {
      const ask = async () => {
        try {
          const kept = await keptLately.of(reach.organizationId)
          return await answer(deps, { query, reach: { ...reach, kept }, now: deps.now() })
        } catch (error) {
          throw problemFor(error, deps.log)
        }
      }
      // What cannot be asked is refused now, not at the first run.
      coverageOf(kind, { query, reach, now: deps.now() })
      keptLately.note(reach)
      // An answer depends on nothing else of who watches.
      const key = JSON.stringify([reach.organizationId, reach.pipelines, canonicalQuery(query)])
      return shelf.find(key, reach.organizationId, (onWatched) => {
        const entry = openEntry({
          rules,
          ask: () => turnsOf(reach.organizationId).take(ask),
          nextRunIn: () => msUntil(nextRun(query, deps.now()), deps.now()),
          isOpen: query.range.to == null && query.range.previous == null,
          now: deps.now,
          onWatched,
        })
        return heardBy(deps.changes, reach, { entry, isWithin })
      })
    }
  }
  return {
    table: opener({ kind: 'table', rules: tableRules, answer: answerTable }),
    series: opener({ kind: 'series', rules: seriesRules, answer: answerOverTime }),
  }
}

/** How questions of one kind are answered, and their answers compared. */
interface Way<Answer, State, Told extends Change> {
  kind: AnswerKind
  rules: AnswerRules<Answer, State, Told>
  answer: (deps: Deps, asked: AskedQuestion) => Promise<Answer>
}

/** An answer over time covers something even where it has no series. */
async function answerOverTime(deps: Deps, asked: AskedQuestion) {
  return { series: await answerSeries(deps, asked), passport: coverageOf('series', asked) }
}

interface Heard<Told extends Change> {
  entry: Entry<Told>
  isWithin: ReturnType<typeof makeChangesWithin>
}

/**
 * All datasets are made of jobs, and change with them. A question of a key that is confined to pipelines is not asked again
 * for others: a range that moves with the clock says something else each time, and the moment would tell of them.
 */
function heardBy<Told extends Change>(
  changes: Services['changes'],
  reach: Reach,
  { entry, isWithin }: Heard<Told>,
): Entry<Told> {
  const stop = changes.subscribe(reach.organizationId, (change) => {
    if (change.dataset !== 'jobs') return
    if (!reach.pipelines) return entry.noteChange(change)
    void isWithin(change, reach).then((is) => is && entry.noteChange(change))
  })
  return {
    ...entry,
    close() {
      stop()
      entry.close()
    },
  }
}

function msUntil(at: number | null, now: Date): number | null {
  return at === null ? null : at - now.getTime()
}
