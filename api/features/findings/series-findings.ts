import { builder } from '../../schema/builder.ts'
import { badInput } from '../../schema/errors.ts'
import { SeriesRef } from '../metrics/index.ts'
import { analyse } from './analyse.ts'
import { ChangePointsRef } from './change-point.ts'
import { findChanges } from './find-changes.ts'
import { findForecast } from './find-forecast.ts'
import { findSeasons } from './find-seasons.ts'
import { findTrend } from './find-trend.ts'
import { ForecastAnalysisRef } from './forecast.ts'
import { SeasonalityRef } from './season.ts'
import { SummaryAnalysisRef } from './summary.ts'
import { TrendAnalysisRef } from './trend.ts'

const USUAL_HORIZON = 14
const LONGEST_HORIZON = 1_000
const USUAL_LEVEL = 0.95
/** Bands are learned from a few dozen errors at most: they say nothing beyond. */
const LEVELS = { min: 0.5, max: 0.99 }

builder.objectFields(SeriesRef, (t) => ({
  summary: t.field({
    type: SummaryAnalysisRef,
    description: 'Its complete buckets in a few numbers.',
    resolve: (series, _args, { analyst }) => {
      return analyse(series, ({ values }) => analyst.analyse('summary', { values }))
    },
  }),
  seasonality: t.field({
    type: SeasonalityRef,
    description: 'The periods with which it repeats itself.',
    resolve: (series, _args, context) => findSeasons(series, context),
  }),
  changePoints: t.field({
    type: ChangePointsRef,
    description: 'Where it changes for good.',
    resolve: (series, _args, context) => findChanges(series, context),
  }),
  trend: t.field({
    type: TrendAnalysisRef,
    description: 'Whether it rises or falls since it last changed for good.',
    resolve: (series, _args, context) => findTrend(series, context),
  }),
  forecast: t.field({
    type: ForecastAnalysisRef,
    description: 'The buckets that come after the last complete one.',
    args: {
      horizon: t.arg.int({ defaultValue: USUAL_HORIZON, description: 'How many buckets: 1 to 1,000.' }),
      level: t.arg.float({
        defaultValue: USUAL_LEVEL,
        description: 'The share of buckets that the band is meant to hold: 0.5 to 0.99.',
      }),
    },
    resolve: (series, args, context) => findForecast(series, readForecast(args), context),
  }),
}))

function readForecast(asked: { horizon?: number | null; level?: number | null }) {
  const horizon = asked.horizon ?? USUAL_HORIZON
  const level = asked.level ?? USUAL_LEVEL
  if (horizon < 1 || horizon > LONGEST_HORIZON) {
    throw badInput(`"horizon" is ${horizon}: 1 to ${LONGEST_HORIZON.toLocaleString('en')} buckets can be forecast.`)
  }
  if (!(level >= LEVELS.min && level <= LEVELS.max)) {
    throw badInput(`"level" is ${level}: a band can hold a share of ${LEVELS.min} to ${LEVELS.max} of the buckets.`)
  }
  return { horizon, level }
}
