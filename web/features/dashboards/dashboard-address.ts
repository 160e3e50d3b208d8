/** Where a dashboard is. */
export function dashboardAddress(id: string): string {
  return `/dashboards/${encodeURIComponent(id)}`
}

/** Where its history is. */
export function historyAddress(id: string): string {
  return `${dashboardAddress(id)}/history`
}
