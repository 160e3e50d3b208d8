import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { badInput } from '../../schema/errors.ts'
import { type AnsweredSeries, SeriesRef } from '../metrics/index.ts'
import { analyse, candidatesOf, outlineOf } from './analyse.ts'
import { AnomalyAnalysisRef } from './anomaly.ts'
import { BandAnalysisRef } from './band.ts'
import { withConfidence } from './confidence.ts'
import { partOf, type SeriesPart } from './series-part.ts'

const SENSITIVITIES = { least: 0.25, most: 4 }
/** Standard deviations that make one value alone an anomaly. */
const USUAL_LIMIT = 4

builder.objectFields(SeriesRef, (t) => {
  const sensitivity = t.arg.float({
    defaultValue: 1,
    description: '0.25 to 4: with 2 half the deviation is enough, and the band is half as wide.',
  })
  return {
    anomalies: t.field({
      type: AnomalyAnalysisRef,
      description: 'Where it was unusual for its season and level, one finding for each event.',
      args: { sensitivity },
      resolve: (series, args, context) => anomaliesOf(series, readSensitivity(args.sensitivity), context),
    }),
    band: t.field({
      type: BandAnalysisRef,
      description: 'What is usual in each bucket: what `anomalies` are judged by.',
      args: { sensitivity },
      resolve: (series, args, context) => bandOf(series, readSensitivity(args.sensitivity), context),
    }),
  }
})

function readSensitivity(sensitivity: number | null | undefined): number {
  const { least, most } = SENSITIVITIES
  const asked = sensitivity ?? 1
  if (asked >= least && asked <= most) return asked
  throw badInput(`"sensitivity" is ${asked}: it can be ${least} to ${most}, and is 1 unless given.`)
}

function anomaliesOf(series: AnsweredSeries, sensitivity: number, context: Context) {
  return analyse(series, async (part) => {
    const found = await withConfidence(series, `anomalies ${sensitivity}`, (one) =>
      judgedAnomalies(one, sensitivity, context),
    )
    return (
      found &&
      found.map(({ start, end, peak, baselineStart, baselineEnd, agreement: _share, effect: _size, ...anomaly }) => ({
        ...anomaly,
        from: part.startOf(start),
        to: part.startOf(end + 1),
        at: part.startOf(peak),
        baselineFrom: part.startOf(baselineStart),
        baselineTo: part.startOf(baselineEnd + 1),
      }))
    )
  })
}

async function judgedAnomalies(series: AnsweredSeries, sensitivity: number, context: Context) {
  const part = partOf(series)
  if (typeof part === 'string') return null
  const { options, periods } = await usualOf(part, sensitivity, context)
  const found = await context.analyst.analyse('anomalies', options)
  if (!found) return null
  const findings = found.map((anomaly) => ({
    ...anomaly,
    // Whoever looks at many buckets finds one that is far out by chance.
    pValue: Math.min(1, anomaly.pValue * part.values.length),
    effect: anomaly.score / USUAL_LIMIT,
    agreement: 1,
  }))
  return { findings, values: part.values, periods }
}

function bandOf(series: AnsweredSeries, sensitivity: number, context: Context) {
  return analyse(series, async (part) => {
    const { options } = await usualOf(part, sensitivity, context)
    const found = await context.analyst.analyse('band', options)
    if (!found) return null
    const { expected, lower, upper } = found
    return Array.from(expected, (value, i) => ({
      at: part.startOf(i),
      expected: value,
      lower: lower[i]!,
      upper: upper[i]!,
    }))
  })
}

async function usualOf(part: SeriesPart, sensitivity: number, context: Context) {
  const { periods, seasonal } = await outlineOf(context, part)
  const options = { values: part.values, seasonal, periods: candidatesOf(part), sensitivity }
  return { options, periods: periods ?? [] }
}
