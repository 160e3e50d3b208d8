import type { InsightCardFragment } from '../../gql/graphql.ts'
import { spanInput } from '../../lib/range-span.ts'
import type { Status } from '../../ui/status.tsx'

type Linked = Pick<InsightCardFragment, 'kind' | 'measure' | 'pipelineId' | 'startedAt' | 'endedAt' | 'baselineFrom'>

const minuteMs = 60_000

/** What counts as failed in the failure rate. */
const failures: readonly Status[] = ['FAILED', 'TIMED_OUT']

/** The jobs behind an insight: those of its pipeline from its beginning to its end or the present; of a failure rate, those that failed. */
export function jobsBehind({ measure, pipelineId, startedAt, endedAt }: Linked, now: number) {
  const status = measure === 'failure_rate' ? [...failures] : undefined
  return { pipeline: [pipelineId], status, ...range(startedAt, endedAt, now) }
}

/** The page of its pipeline over the time that it speaks of, with the same looked for there. */
export function pipelineRange({ kind, startedAt, baselineFrom, endedAt }: Linked, now: number) {
  const from = baselineFrom < startedAt ? baselineFrom : startedAt
  const findings = kind === 'CHANGE_POINT' ? ['changes' as const] : kind === 'TREND' ? ['trend' as const] : undefined
  return { findings, ...range(from, endedAt, now) }
}

function range(from: string, endedAt: string | null | undefined, now: number): { from: string; to: string } {
  const to = endedAt == null ? Math.ceil(now / minuteMs) * minuteMs : Date.parse(endedAt)
  return spanInput({ from: Date.parse(from), to })
}
