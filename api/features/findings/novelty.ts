import { DETECTION } from '../../../analytics/anomalies/stream-detector.ts'
import type { IsoTime } from '../../lib/iso-time.ts'
import { builder } from '../../schema/builder.ts'
import type { Finding } from './analyse.ts'

/** How new a value was when it came. */
export interface NoveltyPoint {
  at: IsoTime
  score: number
}

const NoveltyPointRef = builder.objectRef<NoveltyPoint>('NoveltyPoint').implement({
  description: 'How new a value was when it came, after those before it.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'Beginning of the bucket.' }),
    score: t.exposeFloat('score', {
      description: '0: it was to be expected. 1: nothing like it was seen. For a while after a detection it is 0.',
    }),
    isDetection: t.boolean({
      description: `Whether the score is at least ${DETECTION}: worth an alarm.`,
      resolve: ({ score }) => score >= DETECTION,
    }),
  }),
})

/** `NoveltyAnalysis` in GraphQL. */
export const NoveltyAnalysisRef = builder.objectRef<Finding<NoveltyPoint[]>>('NoveltyAnalysis').implement({
  description: 'How new the values of a series were when they came, or why that cannot be told.',
  fields: (t) => ({
    found: t.field({
      type: [NoveltyPointRef],
      nullable: true,
      description: 'Of the complete buckets, in order of time. Null: see `reason`.',
      resolve: ({ found }) => found,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why that cannot be told; null when it is.' }),
  }),
})
