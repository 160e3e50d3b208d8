import { builder } from '../../schema/builder.ts'
import { badInput } from '../../schema/errors.ts'
import { SeriesRef } from '../metrics/index.ts'
import { analyse, outlineOf } from './analyse.ts'
import { AnomalyAnalysisRef } from './anomaly.ts'
import { BandAnalysisRef } from './band.ts'
import { ChangePointsRef } from './change-point.ts'
import { findAnomalies, findBand } from './find-anomalies.ts'
import { findChanges } from './find-changes.ts'
import { findForecast } from './find-forecast.ts'
import { findNovelty } from './find-novelty.ts'
import { findTrend } from './find-trend.ts'
import { ForecastAnalysisRef } from './forecast.ts'
import { NoveltyAnalysisRef } from './novelty.ts'
import { SeasonalityRef } from './season.ts'
import { SummaryAnalysisRef } from './summary.ts'
import { TrendAnalysisRef } from './trend.ts'

const USUAL_HORIZON = 14
const LONGEST_HORIZON = 1_000
const USUAL_LEVEL = 0.95
/** Bands are learned from a few dozen errors at most: they say nothing beyond. */
const LEVELS = { min: 0.5, max: 0.99 }
const SENSITIVITIES = { least: 0.25, most: 4 }

builder.objectFields(SeriesRef, (t) => {
  const sensitivity = t.arg.float({
    defaultValue: 1,
    description: '0.25 to 4: with 2 half the deviation is enough, and the band is half as wide.',
  })
  return {
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
      resolve: (series, _args, context) => {
        return analyse(series, async (part) => (await outlineOf(context, part)).periods)
      },
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
    anomalies: t.field({
      type: AnomalyAnalysisRef,
      description: 'Where it was unusual for its season and level, one finding for each event.',
      args: { sensitivity },
      resolve: (series, args, context) => findAnomalies(series, readSensitivity(args), context),
    }),
    novelty: t.field({
      type: NoveltyAnalysisRef,
      description:
        'How new each value was when it came, judged by those before it only: what a watch would have told at the time. It needs 100 values, ' +
        'and is at its best with thousands, by minute or hour.',
      resolve: (series, _args, context) => findNovelty(series, context),
    }),
    band: t.field({
      type: BandAnalysisRef,
      description: 'What is usual in each bucket: what `anomalies` are judged by.',
      args: { sensitivity },
      resolve: (series, args, context) => findBand(series, readSensitivity(args), context),
    }),
  }
})

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

function readSensitivity({ sensitivity }: { sensitivity?: number | null }): number {
  const { least, most } = SENSITIVITIES
  const asked = sensitivity ?? 1
  if (asked >= least && asked <= most) return asked
  throw badInput(`"sensitivity" is ${asked}: it can be ${least} to ${most}, and is 1 unless given.`)
}
