import type { Forecast as Found } from '../../../analytics/forecasts/forecast.ts'
import type { IsoTime } from '../../lib/iso-time.ts'
import { builder } from '../../schema/builder.ts'
import type { Finding } from './analyse.ts'

/** One bucket to come. */
interface ForecastPoint {
  at: IsoTime
  value: number
  lower: number
  upper: number
}

/** A forecast with its moments. */
export interface Forecast extends Pick<Found, 'level' | 'members' | 'pastError' | 'method'> {
  points: ForecastPoint[]
  sentence: string
}

const ForecastPointRef = builder.objectRef<ForecastPoint>('ForecastPoint').implement({
  description: 'What is expected in a bucket to come.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'Beginning of the bucket.' }),
    value: t.exposeFloat('value'),
    lower: t.exposeFloat('lower', { description: 'Lower end of the band.' }),
    upper: t.exposeFloat('upper', { description: 'Upper end of the band.' }),
  }),
})

const ForecastMemberRef = builder.objectRef<Found['members'][number]>('ForecastMember').implement({
  description: 'A model that has a part in a forecast.',
  fields: (t) => ({
    name: t.exposeString('name'),
    weight: t.exposeFloat('weight', { description: 'How much it counts: all weights add up to 1.' }),
  }),
})

/** `Forecast` in GraphQL. */
export const ForecastRef = builder.objectRef<Forecast>('Forecast').implement({
  description: 'The buckets to come: a weighted mean of simple models, and a band from the errors it made in the past.',
  fields: (t) => ({
    sentence: t.exposeString('sentence', { description: 'What is expected of the last bucket, in one sentence.' }),
    points: t.field({ type: [ForecastPointRef], resolve: ({ points }) => points }),
    level: t.exposeFloat('level', { description: 'The share of buckets that the band is meant to hold.' }),
    method: t.exposeString('method'),
    members: t.field({ type: [ForecastMemberRef], resolve: ({ members }) => members }),
    pastErrorPercent: t.float({
      description:
        'How far off the same models were on past stretches of the series that they had not seen: sMAPE, 0 to 200 %.',
      resolve: ({ pastError }) => pastError.smape,
    }),
    pastErrorScaled: t.float({
      nullable: true,
      description:
        'The same by the error of repeating the last season (MASE): below 1 is better. Null: that has no error.',
      resolve: ({ pastError }) => pastError.mase,
    }),
    tests: t.int({
      description: 'How many past stretches that was tried on.',
      resolve: ({ pastError }) => pastError.folds,
    }),
  }),
})

/** `ForecastAnalysis` in GraphQL. */
export const ForecastAnalysisRef = builder.objectRef<Finding<Forecast>>('ForecastAnalysis').implement({
  description: 'The forecast of a series, or why there is none.',
  fields: (t) => ({
    found: t.field({
      type: ForecastRef,
      nullable: true,
      description: 'Null: see `reason`.',
      resolve: ({ found }) => found,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why there is none; null when there is one.' }),
  }),
})
