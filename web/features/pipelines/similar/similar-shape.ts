import type { BehaviourAspect, SimilarPipelinesQuery } from '../../../gql/graphql.ts'

type Answer = NonNullable<SimilarPipelinesQuery['similarPipelines']>

/** What the list shows: pipelines that are alike, or a sentence instead. */
export type SimilarList = { rows: readonly SimilarRow[] } | { instead: string }

/** A pipeline that is alike, and in what. */
export interface SimilarRow {
  pipeline: string
  similarity: number
  alikeIn: string
}

/** The nearest pipeline may still be a far one: what is less alike than this, the list does not call similar. */
const LEAST_SIMILARITY = 0.5

const aspectNames: Readonly<Record<BehaviourAspect, string>> = {
  HOURS: 'hours of the week',
  DURATIONS: 'duration',
  FAILURES: 'failure rate',
  RUNS: 'number of jobs',
}

/** The answer as a list. */
export function shapeSimilar({ found, reason }: Answer): SimilarList {
  if (!found) return { instead: reason ?? '' }
  const rows = found.filter(isAlike).map(({ pipeline, similarity, aspects }) => ({
    pipeline,
    similarity,
    alikeIn: aspects
      .filter(isAlike)
      .map(({ aspect }) => aspectNames[aspect])
      .join(', '),
  }))
  return rows.length > 0 ? { rows } : { instead: 'No other pipeline behaves like this one.' }
}

function isAlike({ similarity }: { similarity: number }): boolean {
  return similarity >= LEAST_SIMILARITY
}
