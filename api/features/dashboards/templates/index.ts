import { costEfficiency } from './cost-efficiency.ts'
import { costOverview } from './cost-overview.ts'
import { executiveSummary } from './executive-summary.ts'
import { failures } from './failures.ts'
import { loadAndCapacity } from './load-and-capacity.ts'
import { operationsNow } from './operations-now.ts'
import { pipelinesCompared } from './pipelines-compared.ts'
import { reliability } from './reliability.ts'
import { runsCompared } from './runs-compared.ts'
import type { DashboardTemplate } from './template.ts'

export { type DashboardTemplate, TEMPLATE_TOPICS } from './template.ts'

/** All of them, in the order in which they are offered. */
export const templates: readonly DashboardTemplate[] = [
  operationsNow,
  pipelinesCompared,
  loadAndCapacity,
  runsCompared,
  reliability,
  failures,
  costOverview,
  costEfficiency,
  executiveSummary,
]
