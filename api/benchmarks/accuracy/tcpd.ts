import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mean } from 'simple-statistics'
import { z } from 'zod'

import { type ChangeScore, scoreTcpd } from '../../../analytics/benchmarks/score-tcpd.ts'
import { changePoints } from '../../../analytics/changes/change-points.ts'

const annotationsSchema = z.record(z.string(), z.record(z.string(), z.array(z.int())))
const datasetSchema = z.object({
  n_obs: z.int(),
  series: z.array(z.object({ raw: z.array(z.number().nullable()) })),
})

/**
 * How well the change points that the product finds by default agree with the annotators of the Turing Change Point
 * Dataset: the means of F1 and covering over the univariate series of a folder.
 *
 * The folder holds `<name>.json` and `annotations.json`. `null` when it is absent or holds no annotated series.
 */
export function measureTcpd(folder: string): ChangeScore | null {
  const annotationsFile = join(folder, 'annotations.json')
  if (!existsSync(annotationsFile)) return null
  const annotations = annotationsSchema.parse(readJson(annotationsFile))
  const present = new Set(readdirSync(folder))
  const scores = Object.entries(annotations)
    .filter(([name]) => present.has(`${name}.json`))
    .flatMap(([name, marks]) => {
      const dataset = datasetSchema.parse(readJson(join(folder, `${name}.json`)))
      const [series, ...others] = dataset.series
      if (series === undefined || others.length > 0) return []
      const found = changePoints(series.raw.map((value) => value ?? NaN)) ?? []
      return scoreTcpd(
        found.map(({ index }) => index),
        Object.values(marks),
        dataset.n_obs,
      )
    })
  if (scores.length === 0) return null
  return { f1: mean(scores.map(({ f1 }) => f1)), cover: mean(scores.map(({ cover }) => cover)) }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
