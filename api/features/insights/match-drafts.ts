import { AVERAGE_MS } from '../../lib/average-length.ts'
import { DAY_MS } from '../../lib/zoned-time.ts'
import type { Draft } from './draft.ts'

/** Whether an insight is fresh, known and still there, or past. */
export const INSIGHT_STATES = ['NEW', 'ONGOING', 'OVER'] as const
/** State of an insight. */
export type InsightState = (typeof INSIGHT_STATES)[number]

/** As much of a stored insight as finding it again takes. */
export type Known = Pick<
  Draft,
  'pipeline' | 'measure' | 'currency' | 'kind' | 'direction' | 'every' | 'startedAt' | 'endedAt'
> & { id: string; state: InsightState; foundAt: Date }

/** What a scan makes of what it found and of what was known. */
export interface Matched<Stored extends Known> {
  fresh: Draft[]
  /** Found again. */
  again: { draft: Draft; known: Stored }[]
  /** Was there and is not found any more. */
  gone: Stored[]
}

/** An insight is new for a day. */
const NEW_MS = DAY_MS
/** With more data the day of a change can move a little. */
const SLACK_BUCKETS = 3

/**
 * Tells what of the drafts was known already, so that an event is one insight however often it is found, and however finely
 * it was looked at: drafts come from fine to coarse, and a coarse one of a finer one's event is passed over.
 */
export function matchDrafts<Stored extends Known>(drafts: readonly Draft[], known: readonly Stored[]): Matched<Stored> {
  const matched: Matched<Stored> = { fresh: [], again: [], gone: [] }
  const left = new Set(known)
  for (const draft of drafts) {
    const told = [...matched.fresh, ...matched.again.map(({ draft: one }) => one)]
    if (told.some((one) => one.every !== draft.every && isSame(one, draft))) continue
    const same = nearest(
      draft,
      [...left].filter((one) => isSame(one, draft)),
    )
    if (!same) matched.fresh.push(draft)
    else {
      left.delete(same)
      matched.again.push({ draft, known: same })
    }
  }
  matched.gone = [...left].filter(({ state }) => state !== 'OVER')
  return matched
}

/** State of an insight that was found at one moment and is found now. */
export function stateOf({ endedAt }: Pick<Draft, 'endedAt'>, foundAt: Date, now: Date): InsightState {
  if (endedAt) return 'OVER'
  return now.getTime() - foundAt.getTime() < NEW_MS ? 'NEW' : 'ONGOING'
}

type Extent = Omit<Known, 'id' | 'state' | 'foundAt'>

function isSame(one: Extent, other: Extent): boolean {
  const isOfSameSeries =
    one.pipeline === other.pipeline && one.measure === other.measure && one.currency === other.currency
  if (!isOfSameSeries || one.kind !== other.kind || one.direction !== other.direction) return false
  switch (one.kind) {
    case 'ANOMALY':
      return one.startedAt.getTime() < endOf(other) && other.startedAt.getTime() < endOf(one)
    case 'CHANGE_POINT':
      return Math.abs(one.startedAt.getTime() - other.startedAt.getTime()) <= SLACK_BUCKETS * AVERAGE_MS[one.every]
    case 'TREND':
      // A series has one trend at a time, and its beginning moves with the range that is looked at.
      return one.endedAt === null && other.endedAt === null
  }
}

function endOf({ endedAt }: Extent): number {
  return endedAt ? endedAt.getTime() : Infinity
}

function nearest<Stored extends Known>(draft: Draft, candidates: Stored[]): Stored | undefined {
  const distance = ({ startedAt }: Known) => Math.abs(startedAt.getTime() - draft.startedAt.getTime())
  return candidates.sort((a, b) => distance(a) - distance(b))[0]
}
