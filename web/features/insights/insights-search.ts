import type { InsightKind, InsightState } from '../../gql/graphql.ts'
import { readList } from '../../lib/search-string.ts'

/** What is found, in the order in which it is offered. */
export const insightKinds = ['ANOMALY', 'CHANGE_POINT', 'TREND'] as const satisfies readonly InsightKind[]

/** Where an insight can stand in its life. */
export const insightStates = ['NEW', 'ONGOING', 'OVER'] as const satisfies readonly InsightState[]

/** The measures that are looked at. */
export const insightMeasures = ['count', 'failure_rate', 'duration_p50', 'queue_p50', 'cost'] as const

/** Shares that the least confidence can be. Scans keep nothing below a half. */
export const confidenceSteps = [0.7, 0.8, 0.9] as const

/** What the viewer chose on the list of insights, as it stands in the address. Nothing is there that nobody chose. */
export interface InsightsSearch {
  kind?: InsightKind[]
  state?: InsightState[]
  /** By the pipeline's own key. */
  pipeline?: string[]
  measure?: (typeof insightMeasures)[number][]
  /** At least so sure. */
  confidence?: (typeof confidenceSteps)[number]
  /** Those that somebody dismissed, alone or too. */
  dismissed?: 'only' | 'too'
  /** How many pages of the list are shown; one unless there are more. */
  pages?: number
}

// The server answers no more than 500 at once.
const mostPages = 50

/**
 * Reads the address. What is not understood is as if absent, so that an old or mistyped address still shows insights. All
 * names are there, undefined too: the router lays this over the address, and what is missing here would shine through.
 * @example readInsightsSearch({ kind: 'trend', confidence: '0.7' }) // { kind: ['TREND'], confidence: 0.7 }
 */
export function readInsightsSearch(raw: Record<string, unknown>): InsightsSearch {
  const pages = Number(raw.pages)
  return {
    kind: chosen(insightKinds, upper(raw.kind)),
    state: chosen(insightStates, upper(raw.state)),
    pipeline: some(readList(raw.pipeline)),
    measure: chosen(insightMeasures, readList(raw.measure)),
    confidence: confidenceSteps.find((step) => step === Number(raw.confidence)),
    dismissed: raw.dismissed === 'only' || raw.dismissed === 'too' ? raw.dismissed : undefined,
    pages: Number.isInteger(pages) && pages > 1 ? Math.min(pages, mostPages) : undefined,
  }
}

/** True when anything is chosen, so that "Clear filters" has something to do. */
export function isFiltered({ kind, state, pipeline, measure, confidence, dismissed }: InsightsSearch): boolean {
  return [kind, state, pipeline, measure, confidence, dismissed].some((value) => value !== undefined)
}

/** Those of the known values that are chosen, in the known order; undefined when none is. */
export function chosen<Value extends string>(known: readonly Value[], values: readonly string[]): Value[] | undefined {
  return some(known.filter((value) => values.includes(value)))
}

/** A list, or undefined in place of an empty one. */
export function some<Item>(items: Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : items
}

const upper = (value: unknown): string[] => readList(value).map((word) => word.toUpperCase())
