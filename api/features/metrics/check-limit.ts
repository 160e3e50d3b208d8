import { badInput } from '../../schema/errors.ts'
import { DEFAULT_ROWS, MAX_KEYS, MAX_POINTS, MAX_ROWS } from './limits.ts'
import type { AnswerKind, MetricQuery } from './metric-query.ts'
import type { Plan } from './plan.ts'

/**
 * How much of the answer there will be. `cells` is how many rows, or points, one key has. Throws badInput for a limit that
 * is none, and where other keys cannot be put together.
 */
export function checkLimit(
  kind: AnswerKind,
  { limit = null, others, dimensions }: MetricQuery,
  cells: number,
): Pick<Plan, 'limit' | 'top'> {
  if (limit !== null && !(Number.isInteger(limit) && limit >= 1 && limit <= MAX_ROWS)) {
    throw badInput(`"limit" is ${limit}: it must be a whole number between 1 and ${MAX_ROWS}.`)
  }
  if (others) {
    const top = checkTop(limit, dimensions ?? [])
    const most = Math.min(kind === 'table' ? MAX_ROWS : MAX_KEYS, Math.floor(MAX_POINTS / cells) - 1)
    if (top <= most) return { limit: MAX_ROWS, top }
    throw badInput(`"limit" is ${limit}: with "others" and so many buckets at most ${most} keys are possible.`)
  }
  if (kind === 'table') return { limit: limit ?? DEFAULT_ROWS, top: null }
  return { limit: Math.min(limit ?? MAX_KEYS, MAX_KEYS, Math.floor(MAX_POINTS / cells)), top: null }
}

function checkTop(limit: number | null, dimensions: readonly string[]): number {
  if (dimensions.length === 0) throw badInput('"others" needs dimensions: without them there are no other keys.')
  if (limit === null) throw badInput('"others" needs "limit": how many keys shall stand for themselves.')
  return limit
}
