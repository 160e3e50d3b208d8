import { builder } from '../../schema/builder.ts'
import { badInput } from '../../schema/errors.ts'
import { checkStorable } from '../../schema/text-filter.ts'
import { resolveRange, type TimeRange, TimeRangeInput } from '../../schema/time-range.ts'
import { InsightKindEnum, InsightStateEnum } from './insight.ts'
import type { InsightState } from './match-drafts.ts'
import type { InsightConditions } from './queries/insights.ts'
import type { InsightKind } from './watches.ts'

const MOST_VALUES = 1_000

/** A filter as it is sent: not checked yet. */
export interface InsightFilter {
  kinds?: InsightKind[] | null
  states?: InsightState[] | null
  pipelines?: string[] | null
  measures?: string[] | null
  leastConfidence?: number | null
  dismissed?: boolean | null
  range?: TimeRange | null
}

/** `InsightFilter` in GraphQL. */
export const InsightFilterInput = builder.inputRef<InsightFilter>('InsightFilter').implement({
  description: 'Which insights: those that meet every condition given. An empty list of values is met by none.',
  fields: (t) => ({
    kinds: t.field({ type: [InsightKindEnum], description: 'One of these.' }),
    states: t.field({ type: [InsightStateEnum], description: 'One of these.' }),
    pipelines: t.idList({ description: 'Of one of these pipelines, by id.' }),
    measures: t.stringList({ description: 'Of one of these measures, by name.' }),
    leastConfidence: t.float({ description: 'At least this sure, 0 to 1.' }),
    dismissed: t.boolean({
      description: 'True: only those that somebody put aside. Null: these too. Default: only the others.',
      defaultValue: false,
    }),
    range: t.field({ type: TimeRangeInput, description: 'That lasted at some moment of this stretch of time.' }),
  }),
})

/** What a filter means now. Throws BAD_INPUT for what can be meant by mistake only. */
export function readInsightFilter(asked: InsightFilter | null | undefined, now: Date): InsightConditions {
  const { kinds, states, pipelines, measures, leastConfidence, dismissed, range } = asked ?? { dismissed: false }
  if (leastConfidence != null && !(leastConfidence >= 0 && leastConfidence <= 1)) {
    throw badInput(`"filter.leastConfidence" is ${leastConfidence}: it can be 0 to 1.`)
  }
  return {
    kinds: kinds ?? null,
    states: states ?? null,
    pipelines: texts(pipelines, 'filter.pipelines'),
    measures: texts(measures, 'filter.measures'),
    leastConfidence: leastConfidence ?? null,
    dismissed: dismissed ?? null,
    ...(range ? resolveRange(range, now) : { from: null, to: null }),
  }
}

function texts(values: readonly string[] | null | undefined, name: string): string[] | null {
  if (!values) return null
  if (values.length > MOST_VALUES) throw badInput(`"${name}" has ${values.length} values. Give ${MOST_VALUES} at most.`)
  for (const value of values) checkStorable(value, name)
  return values.map(String)
}
