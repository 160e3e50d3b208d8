import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { insertJobs, testJob } from '../../api/features/metrics/testing.ts'
import type { TestServer } from '../../api/server/testing.ts'

/** A day of jobs of two pipelines, a tenth of which failed, so that every kind of panel has something to show. */
export async function insertJobsOfTwoPipelines({ sql, organization }: TestServer): Promise<void> {
  const now = Date.now()
  const jobs = Array.from({ length: 240 }, (_, i) =>
    testJob({
      at: new Date(now - (i % 24) * 3_600_000 - i * 1_000),
      pipeline: i % 3 === 0 ? 'mail' : 'orders',
      status: i % 10 === 0 ? 'FAILED' : 'SUCCEEDED',
      durationMs: 60_000 + i * 100,
    }),
  )
  await insertJobs(sql, organization.id, jobs)
}

/** The list of kinds in the builder. */
export const palette = (page: Page) => page.getByRole('complementary', { name: 'Kinds of panels' })

/** A panel in the builder, as a whole. */
export const builderPanel = (page: Page, title: string) =>
  page.getByRole('group', { name: new RegExp(`^${title}: column`) })

/** Waits until the server has the draft. */
export const draftSaved = (page: Page) => page.getByText(/^Draft saved/).waitFor()

/** The titles of all panels, sorted. */
export const panelTitles = async (page: Page): Promise<string[]> =>
  (await page.locator('.panel-frame-head h2, .panel-header h2').allTextContents()).sort()

/** The rows of the table panel: its head, and a row for each pipeline. */
export const tableRows = (page: Page) => page.locator('[data-kind=table]').getByRole('row')

/** Waits until the table panel has so many rows. */
export const rowsBecome = (page: Page, count: number) =>
  expect.poll(() => tableRows(page).count(), { timeout: 8_000 }).toBe(count)
