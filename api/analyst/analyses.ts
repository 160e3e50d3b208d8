import { anomalies } from '../../analytics/anomalies/anomalies.ts'
import { type Band, band, type BandOptions } from '../../analytics/anomalies/band.ts'
import type { Range } from '../../analytics/anomalies/stream-detector.ts'
import { streamScores } from '../../analytics/anomalies/stream-scores.ts'
import { changeOf, type MeasureTwice } from '../../analytics/causes/change-of.ts'
import { explainChange } from '../../analytics/causes/explain-change.ts'
import type { Behaviour } from '../../analytics/clusters/behaviour.ts'
import { pipelineClusters } from '../../analytics/clusters/pipeline-clusters.ts'
import { similarPipelines } from '../../analytics/clusters/similar-pipelines.ts'
import { type Failure, groupFailures } from '../../analytics/failures/group-failures.ts'
import { forecast, type ForecastOptions } from '../../analytics/forecasts/forecast.ts'
import { outline } from '../../analytics/outline.ts'
import { benchmarkRun, type Run, type RunHistory } from '../../analytics/runs/benchmark-run.ts'
import { summarize } from '../../analytics/summary/summarize.ts'
import { trend } from '../../analytics/trend/trend.ts'

interface Values {
  /** NaN is a value that is missing. */
  values: Float64Array
}

interface SimilarTo {
  behaviours: Behaviour[]
  /** Which of them is in question. */
  index: number
  count: number
}

/** What the threads can do, by name: functions of `analytics/` whose input and answer can be sent between threads. */
export const ANALYSES = {
  summary: ({ values }: Values) => summarize(values),
  outline: ({ values, candidates }: Values & { candidates: number[] }) => outline(values, { candidates }),
  trend: ({ values, from }: Values & { from: number }) => trend(values, { from }),
  anomalies: ({ values, ...options }: Values & BandOptions) => anomalies(values, options),
  band: ({ values, ...options }: Values & BandOptions) => drawn(band(values, options)),
  novelty: ({ values, range }: Values & { range?: Range }) => streamScores(values, range),
  forecast: ({ values, ...options }: Values & ForecastOptions) => forecast(values, options),
  explainChange: (measure: MeasureTwice) => explainChange(changeOf(measure)),
  benchmarkRun: ({ run, history }: { run: Run; history: RunHistory }) => benchmarkRun(run, history),
  failureGroups: (failures: Failure[]) => groupFailures(failures),
  similarPipelines: ({ behaviours, index, count }: SimilarTo) => similarPipelines(behaviours, index, count),
  pipelineClusters: (behaviours: Behaviour[]) => pipelineClusters(behaviours),
}

/** What can be sent between threads: all but the function in it. */
function drawn(found: Band | null): Pick<Band, 'expected' | 'lower' | 'upper'> | null {
  return found && { expected: found.expected, lower: found.lower, upper: found.upper }
}

/** Name of an analysis. */
export type AnalysisName = keyof typeof ANALYSES
