import { byName } from '../../lib/by-name.ts'
import { builder } from '../../schema/builder.ts'
import { Label } from '../jobs/index.ts'
import type { AnnotationKind, AnnotationRow } from './queries.ts'

/** `AnnotationKind` in GraphQL. */
export const AnnotationKindEnum = builder.enumType('AnnotationKind', {
  description: 'What an annotation is about.',
  values: {
    RELEASE: { description: 'Something new runs from then on.' },
    INCIDENT: { description: 'Something was broken.' },
    NOTE: { description: 'Anything else worth knowing.' },
  } satisfies Record<AnnotationKind, object>,
})

/** `Annotation` in GraphQL. */
export const Annotation = builder.objectRef<AnnotationRow>('Annotation').implement({
  description: 'What somebody noted at a moment, or over a stretch of time, to be seen on every chart of that time.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: AnnotationKindEnum }),
    title: t.exposeString('title', { description: 'In a few words.' }),
    text: t.exposeString('text', { nullable: true, description: 'More of it. Plain text.' }),
    link: t.exposeString('link', { nullable: true, description: 'Where to read on: an address on http or https.' }),
    pipelineId: t.exposeID('pipeline', {
      nullable: true,
      description: 'The id of the pipeline that it is about; null: the whole organization.',
    }),
    pipelineName: t.exposeString('pipelineName', { nullable: true, description: 'Its name for people.' }),
    labels: t.field({
      type: [Label],
      description: 'Its labels, sorted by name.',
      resolve: ({ labels }) => byName(labels),
    }),
    externalId: t.exposeString('externalId', {
      nullable: true,
      description: 'What the sender tells it from all others of its pipeline by.',
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'The moment, or the beginning of the stretch.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The end of the stretch; null: it is about a moment.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was last written.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'Who wrote it: a person or a key, by name.' }),
    removedAt: t.expose('removedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was removed, as `annotationChanged` tells; null while it stands.',
    }),
  }),
})
