import { builder } from '../../schema/builder.ts'
import { badInput } from '../../schema/errors.ts'
import { checkStorable } from '../../schema/text-filter.ts'
import { resolveRange, type TimeRange, TimeRangeInput } from '../../schema/time-range.ts'
import { checkTimezone } from '../metrics/index.ts'
import { AnnotationKindEnum } from './annotation.ts'
import type { AnnotationConditions, AnnotationKind } from './queries.ts'

const MOST_PIPELINES = 1_000

/** A filter as it is sent: not checked yet. */
export interface AnnotationFilter {
  kinds?: AnnotationKind[] | null
  pipelines?: string[] | null
  range?: TimeRange | null
  timezone?: string | null
}

/** `AnnotationFilter` in GraphQL. */
export const AnnotationFilterInput = builder.inputRef<AnnotationFilter>('AnnotationFilter').implement({
  description: 'Which annotations: those that meet every condition given.',
  fields: (t) => ({
    kinds: t.field({ type: [AnnotationKindEnum], description: 'One of these.' }),
    pipelines: t.idList({ description: 'About one of these pipelines, by id, or about the whole organization.' }),
    range: t.field({ type: TimeRangeInput, description: 'That have a moment in this stretch of time.' }),
    timezone: t.string({
      description: 'IANA name of the time zone that days and longer of the range follow. Default: UTC.',
    }),
  }),
})

/** What a filter means now. Throws BAD_INPUT for what can be meant by mistake only. */
export function readAnnotationFilter(asked: AnnotationFilter | null | undefined, now: Date): AnnotationConditions {
  const { kinds, pipelines, range, timezone } = asked ?? {}
  if (pipelines && pipelines.length > MOST_PIPELINES) {
    throw badInput(`"filter.pipelines" has ${pipelines.length} values. Give ${MOST_PIPELINES} at most.`)
  }
  for (const pipeline of pipelines ?? []) checkStorable(pipeline, 'filter.pipelines')
  return {
    kinds: kinds ?? null,
    pipelines: pipelines ?? null,
    ...(range ? resolveRange(range, now, checkTimezone(timezone ?? 'UTC')) : { from: null, to: null }),
  }
}
