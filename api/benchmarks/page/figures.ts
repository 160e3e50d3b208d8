import type { Page } from 'playwright-core'
import { countsByPipeline } from './dashboard.ts'

/** What the page's JavaScript keeps, in kB, after a collection of garbage. */
export async function heapKb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return Math.round(usedSize / 1024)
}

/** The rows of the table on the page, and the same asked of the server now, each as one text. */
export async function readFigures(page: Page): Promise<{ shown: string[]; counted: string[] }> {
  const shown = await page.locator('.panel-frame [role="row"]:has([role="gridcell"])').evaluateAll((rows) =>
    rows.map((row) => {
      const cells = [...row.querySelectorAll('.table-text')]
      return cells.map((cell) => (cell.textContent ?? '').replaceAll(',', '').trim()).join(' ')
    }),
  )
  const query = 'query ($query: MetricQuery!) { table(query: $query) { rows } }'
  const answer = await page.evaluate(
    async (body) => {
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch('/graphql', { method: 'POST', headers, body })).text()
    },
    JSON.stringify({ query, variables: { query: countsByPipeline } }),
  )
  const { data } = JSON.parse(answer) as { data: { table: { rows: (string | number)[][] } } }
  return { shown, counted: data.table.rows.map((row) => row.join(' ')) }
}
