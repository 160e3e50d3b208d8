import type { DashboardTemplate } from './template.ts'

export { type DashboardTemplate, TEMPLATE_TOPICS } from './template.ts'

/** All of them, in the order in which they are offered. */
export const templates: readonly DashboardTemplate[] = []
