import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { badInput } from '../../schema/errors.ts'
import { type AnsweredSeries, SeriesRef } from '../metrics/index.ts'
import { analyse, candidatesOf, outlineOf, TooFew } from './analyse.ts'
import { withConfidence } from './confidence.ts'
import { ChangePointsRef } from './change-point.ts'
import { ForecastAnalysisRef } from './forecast.ts'
import { SeasonalityRef } from './season.ts'
import { partOf } from './series-part.ts'
import { SummaryAnalysisRef } from './summary.ts'
import { TrendAnalysisRef } from './trend.ts'

const USUAL_HORIZON = 14
const LONGEST_HORIZON = 1_000
const USUAL_LEVEL = 0.95
/** Bands are learned from a few dozen errors at most: they say nothing beyond. */
const LEVELS = { min: 0.5, max: 0.99 }
/** A weaker order of values in time is no trend worth the name. */
const LEAST_TAU = 0.2

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
    resolve: (series, _args, context) => {
      return analyse(series, async (part) => (await outlineOf(context, part)).periods)
    },
  }),
  changePoints: t.field({
    type: ChangePointsRef,
    description: 'Where it changes for good.',
    resolve: (series, _args, context) => changePointsOf(series, context),
  }),
  trend: t.field({
    type: TrendAnalysisRef,
    description: 'Whether it rises or falls since it last changed for good.',
    resolve: (series, _args, context) => trendOf(series, context),
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
    resolve: (series, { horizon, level }, context) => {
      return forecastOf(series, { horizon: horizon ?? USUAL_HORIZON, level: level ?? USUAL_LEVEL }, context)
    },
  }),
}))

function changePointsOf(series: AnsweredSeries, context: Context) {
  return analyse(series, async (part) => {
    const found = await withConfidence(series, 'changes', (one) => judgedChanges(one, context))
    return (
      found &&
      found.map(({ index, baselineStart, baselineEnd: _end, agreement: _share, ...change }) => {
        return { ...change, at: part.startOf(index), baselineFrom: part.startOf(baselineStart) }
      })
    )
  })
}

async function judgedChanges(series: AnsweredSeries, context: Context) {
  const part = partOf(series)
  if (typeof part === 'string') return null
  const { changes, periods } = await outlineOf(context, part)
  if (!changes) return null
  const findings = changes.map((change) => ({ ...change, agreement: change.votes / change.segmenters }))
  return { findings, values: part.values, periods: periods ?? [] }
}

function trendOf(series: AnsweredSeries, context: Context) {
  return analyse(series, async (part) => {
    const found = await withConfidence(series, 'trend', (one) => judgedTrend(one, context))
    if (!found) {
      const { changes } = await outlineOf(context, part)
      return changes?.length ? new TooFew(part.values.subarray(changes.at(-1)!.index), ' since it last changed') : null
    }
    const [trend] = found
    return { ...trend!, from: part.startOf(trend!.from), to: part.startOf(trend!.to + 1) }
  })
}

async function judgedTrend(series: AnsweredSeries, context: Context) {
  const part = partOf(series)
  if (typeof part === 'string') return null
  const { adjusted, changes, periods } = await outlineOf(context, part)
  const trend = await context.analyst.analyse('trend', { values: adjusted, from: changes?.at(-1)?.index ?? 0 })
  if (!trend) return null
  const finding = { ...trend, effect: trend.tau / LEAST_TAU, agreement: 1 }
  return { findings: [finding], values: adjusted.subarray(trend.from), periods: periods ?? [] }
}

function forecastOf(series: AnsweredSeries, { horizon, level }: { horizon: number; level: number }, context: Context) {
  if (horizon < 1 || horizon > LONGEST_HORIZON) {
    throw badInput(`"horizon" is ${horizon}: 1 to ${LONGEST_HORIZON.toLocaleString('en')} buckets can be forecast.`)
  }
  if (!(level >= LEVELS.min && level <= LEVELS.max)) {
    throw badInput(`"level" is ${level}: a band can hold a share of ${LEVELS.min} to ${LEVELS.max} of the buckets.`)
  }
  return analyse(series, async (part) => {
    const { values } = part
    const nonNegative = !values.some((value) => value < 0)
    const options = { horizon, level, periods: candidatesOf(part), nonNegative }
    const found = await context.analyst.analyse('forecast', { values, ...options })
    if (!found) return null
    const { mean, lower, upper, ...rest } = found
    const points = part.after(horizon).map((at, i) => ({ at, value: mean[i]!, lower: lower[i]!, upper: upper[i]! }))
    return { ...rest, points }
  })
}
