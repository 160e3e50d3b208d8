import { builder } from '../../schema/builder.ts'
import { LabelInput } from '../jobs/index.ts'
import { AnnotationKindEnum } from './annotation.ts'
import type { AnnotationKind } from './queries.ts'

/** An annotation as it is sent: not checked yet. */
export interface SentAnnotation {
  kind: AnnotationKind
  title: string
  text?: string | null
  link?: string | null
  pipeline?: string | null
  labels?: { name: string; value: string }[] | null
  externalId?: string | null
  startedAt?: Date | null
  endedAt?: Date | null
}

/** `AnnotationInput` in GraphQL. */
export const AnnotationInput = builder.inputRef<SentAnnotation>('AnnotationInput').implement({
  description: 'What happened, and when.',
  fields: (t) => ({
    kind: t.field({ type: AnnotationKindEnum, required: true }),
    title: t.string({ required: true, description: 'In a few words, at most 100 characters.' }),
    text: t.string({ description: 'More of it, at most 2,000 characters of plain text.' }),
    link: t.string({ description: 'Where to read on: an address on http or https.' }),
    pipeline: t.id({ description: 'The id of the pipeline that it is about. Default: the whole organization.' }),
    labels: t.field({ type: [LabelInput], description: 'Texts by name, such as the version.' }),
    externalId: t.string({
      description:
        'What tells it from all others of its pipeline. Sent again with the same one, it takes the place of what was sent before.',
    }),
    startedAt: t.field({
      type: 'DateTime',
      description: 'When it was, or began. Default: what was sent before, otherwise now.',
    }),
    endedAt: t.field({ type: 'DateTime', description: 'When it ended. Default: it is about a moment.' }),
  }),
})
