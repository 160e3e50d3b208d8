import { builder } from '../../schema/builder.ts'
import { badInput } from '../../schema/errors.ts'
import { SeriesRef } from '../metrics/index.ts'
import { AnomalyAnalysisRef } from './anomaly.ts'
import { BandAnalysisRef } from './band.ts'
import { findAnomalies, findBand } from './find-anomalies.ts'
import { findNovelty } from './find-novelty.ts'
import { NoveltyAnalysisRef } from './novelty.ts'

const SENSITIVITIES = { least: 0.25, most: 4 }

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

function readSensitivity({ sensitivity }: { sensitivity?: number | null }): number {
  const { least, most } = SENSITIVITIES
  const asked = sensitivity ?? 1
  if (asked >= least && asked <= most) return asked
  throw badInput(`"sensitivity" is ${asked}: it can be ${least} to ${most}, and is 1 unless given.`)
}
