import type { Dataset } from '../catalog.ts'
import { jobMetrics } from './job-metrics.ts'
import { jobs } from './jobs.ts'
import { pipelines } from './pipelines.ts'

/** Everything that can be charted. A new dataset is a file beside this one and a line here. */
export const datasets: readonly Dataset[] = [jobs, jobMetrics, pipelines]
