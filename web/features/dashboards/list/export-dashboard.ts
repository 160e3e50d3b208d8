import type { Client } from 'urql'
import { describeError } from '../../../lib/describe-error.ts'
import { DashboardExport } from './dashboards-query.ts'
import { exportName } from './export-name.ts'

/**
 * Hands a dashboard to the browser to keep, as a JSON file that can be imported.
 * @returns null when it went well, else a sentence to show
 */
export async function exportDashboard(client: Client, id: string): Promise<string | null> {
  const { data, error } = await client.query(DashboardExport, { id }, { requestPolicy: 'network-only' })
  if (error) return describeError(error).text
  if (!data?.dashboard) return 'This dashboard is not there any more.'
  const { title, document } = data.dashboard
  const text = `${JSON.stringify(document, null, 2)}\n`
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = window.document.createElement('a')
  link.href = url
  link.download = exportName(title)
  link.click()
  URL.revokeObjectURL(url)
  return null
}
