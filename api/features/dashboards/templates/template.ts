import type { DashboardDocument } from '../dashboard-document.ts'

/** What templates are about. */
export const TEMPLATE_TOPICS = ['OPERATIONS', 'RELIABILITY', 'COST', 'EXECUTIVE'] as const

/** A dashboard to begin with. */
export interface DashboardTemplate {
  name: string
  topic: (typeof TEMPLATE_TOPICS)[number]
  document: DashboardDocument
}
