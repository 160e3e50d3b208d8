import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

import { streamScores } from '../../../analytics/anomalies/stream-scores.ts'
import { type NabScore, scoreNab } from '../../../analytics/benchmarks/score-nab.ts'

const windowsSchema = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])))
/** Labels write fractions of seconds, files do not. */
const TIMESTAMP_LENGTH = '2014-04-10 16:15:00'.length

interface LabelledValues {
  values: Float64Array
  windows: [start: number, end: number][]
}

/**
 * How the streaming detector does on the Numenta Anomaly Benchmark, with the range of each file known to it, as the rules
 * allow, and `causal` with nothing known but what came before.
 *
 * The folder holds `windows.json` and `data/<group>/<file>.csv`. `null` when it is absent or holds no labelled window.
 */
export function measureNab(folder: string): (NabScore & { causal: NabScore }) | null {
  const labels = join(folder, 'windows.json')
  if (!existsSync(labels)) return null
  const files = Object.entries(windowsSchema.parse(JSON.parse(readFileSync(labels, 'utf8'))))
    .map(([name, windows]) => ({ path: join(folder, 'data', name), windows }))
    .filter(({ path }) => existsSync(path))
    .map(({ path, windows }) => readValues(path, windows))
  if (files.every(({ windows }) => windows.length === 0)) return null
  return {
    ...scoreNab(files.map(({ values, windows }) => ({ scores: streamScores(values, rangeOf(values)), windows }))),
    causal: scoreNab(files.map(({ values, windows }) => ({ scores: streamScores(values), windows }))),
  }
}

function readValues(path: string, windows: readonly (readonly [string, string])[]): LabelledValues {
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','))
  const times = rows.map(([time]) => time!.slice(0, TIMESTAMP_LENGTH))
  const rowOf = (time: string) => {
    const row = times.indexOf(time.slice(0, TIMESTAMP_LENGTH))
    if (row < 0) throw new RangeError(`${path} has no row of ${time}`)
    return row
  }
  return {
    values: Float64Array.from(rows, ([, value]) => Number(value)),
    windows: windows.map(([start, end]) => [rowOf(start), rowOf(end)]),
  }
}

function rangeOf(values: Float64Array) {
  return { min: Math.min(...values), max: Math.max(...values) }
}
