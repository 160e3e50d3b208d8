import { builder } from '../../schema/builder.ts'
import { reachFor } from '../../schema/context.ts'
import { watchRows } from '../live/index.ts'
import { Annotation } from './annotation.ts'
import { AnnotationFilterInput, readAnnotationFilter } from './annotation-filter.ts'
import { type AnnotationRow, findAnnotations } from './queries.ts'

builder.subscriptionField('annotationChanged', (t) =>
  t.field({
    type: Annotation,
    description:
      'Each annotation that is recorded, changed or removed, from now on, while the filter keeps it. It ends with the error ' +
      'TOO_MANY_CHANGES when more change at once than can be told one by one: ask for `annotations` again, and subscribe anew.',
    args: { filter: t.arg({ type: AnnotationFilterInput, description: 'Which. Default: all.' }) },
    subscribe(_root, { filter }, { sql, now, changes, ...context }) {
      const reach = reachFor('metrics.read', context)
      // A filter that can never be answered is refused now, not at the first change.
      readAnnotationFilter(filter, now())
      return watchRows<AnnotationRow>(changes, {
        organizationId: reach.organizationId,
        dataset: 'annotations',
        key: JSON.stringify([reach, filter]),
        find: ({ ids }) => findAnnotations(sql, reach, ids, readAnnotationFilter(filter, now())),
        advice: 'Ask for "annotations" again, and subscribe anew.',
      })
    },
    resolve(change) {
      if (change instanceof Error) throw change
      return change
    },
  }),
)
