import type { IsoTime } from '../../lib/iso-time.ts'
import { builder } from '../../schema/builder.ts'
import type { Finding } from './analyse.ts'

/** What is usual in a bucket. */
export interface BandPoint {
  at: IsoTime
  expected: number
  lower: number
  upper: number
}

const BandPointRef = builder.objectRef<BandPoint>('BandPoint').implement({
  description: 'What is usual in a bucket.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'Beginning of the bucket.' }),
    expected: t.exposeFloat('expected'),
    lower: t.exposeFloat('lower', { description: 'Lower end of the band in which values usually lie.' }),
    upper: t.exposeFloat('upper', { description: 'Upper end of it.' }),
  }),
})

/** `BandAnalysis` in GraphQL. */
export const BandAnalysisRef = builder.objectRef<Finding<BandPoint[]>>('BandAnalysis').implement({
  description: 'What is usual in each bucket of a series, or why that cannot be told.',
  fields: (t) => ({
    found: t.field({
      type: [BandPointRef],
      nullable: true,
      description: 'Of the complete buckets, in order of time. Null: see `reason`.',
      resolve: ({ found }) => found,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why that cannot be told; null when it is.' }),
  }),
})
