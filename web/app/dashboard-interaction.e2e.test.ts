import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { TestServer } from '../../api/server/testing.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'
import { insertJobsOfTwoPipelines } from '../testing/builder.ts'
import { dashboardOf, makeDashboard } from '../testing/dashboards.ts'
import { enter, enterMenu, keyTo } from '../testing/keyboard.ts'

let browser: Browser
let server: TestServer
beforeAll(async () => {
  server = await serverWithPerson()
  browser = await openBrowser()
  await insertJobsOfTwoPipelines(server)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

type Panel = Record<string, unknown>

/** A panel about jobs, at its own place. */
const panelOf = (kind: string, title: string, x: number, part: Panel = {}): Panel => ({
  ...{ id: crypto.randomUUID(), kind, title, layout: { x, y: 0, w: 6, h: 8 } },
  ...{ query: { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline'] }, answers: ['ROWS'], options: {} },
  ...part,
})

const linesAndTable = () => [
  panelOf('line', 'Jobs', 0, { query: { dataset: 'jobs', measures: ['count'], every: 'AUTO' }, answers: ['SERIES'] }),
  panelOf('table', 'Pipelines', 6),
]

/** Opens a new dashboard with these panels. */
async function open(title: string, panels: Panel[], options = {}) {
  const opened = await signedIn(browser, server, options)
  onTestFinished(() => opened.context.close())
  const { page } = opened
  page.setDefaultTimeout(15_000)
  const id = await makeDashboard(page, title, { document: dashboardOf(title, { timezone: 'UTC', panels }) })
  await page.goto(`${server.base}/dashboards/${id}`)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  return { ...opened, id }
}

const row = (page: Page, words: RegExp) => page.getByRole('row', { name: words })
const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
const search = (page: Page) => new URL(page.url()).searchParams

/** Draws with the mouse over the lines, from one part of their width to another. */
async function drawOver(page: Page, from: number, to: number) {
  const box = (await panel(page, 'Jobs').getByRole('img').first().boundingBox())!
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * from, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * to, y, { steps: 8 })
  await page.mouse.up()
}

test('drawing over a panel sets the range of all panels, and Reset zoom gives the former one back', async () => {
  const { page, problems } = await open('Zoomed', linesAndTable())
  await row(page, /orders 160/).waitFor()
  await drawOver(page, 0.4, 0.6)
  await page.getByRole('button', { name: 'Reset zoom' }).waitFor()
  await row(page, /orders \d\d$/).waitFor()
  expect(search(page).get('zoom')).toMatch(/^\d{4}-/)
  await page.getByRole('button', { name: 'Reset zoom' }).click()
  await row(page, /orders 160/).waitFor()
  expect(search(page).has('zoom')).toBe(false)
  expect(problems).toEqual([])
})

test('a value that is clicked on filters all panels, until its chip is pressed', async () => {
  const { page, problems } = await open('Clicked', [
    panelOf('pie', 'Shares', 0, { answers: ['TOTAL'] }),
    ...linesAndTable().slice(1),
  ])
  await page.getByRole('gridcell', { name: 'mail' }).getByRole('button').click()
  await expect.poll(() => row(page, /orders/).count()).toBe(0)
  expect(search(page).getAll('filter')).toEqual(['pipeline=mail'])
  await expect.poll(() => panel(page, 'Shares').getByText('orders').count()).toBe(0)
  await page.getByRole('button', { name: 'Remove the filter pipeline: mail' }).click()
  await row(page, /orders 160/).waitFor()
  expect(search(page).has('filter')).toBe(false)
  expect(problems).toEqual([])
})

test('a bucket leads to its jobs: the list has its range and the filters of the dashboard', async () => {
  const { page, id } = await open('Drilled', linesAndTable())
  await page.goto(`${server.base}/dashboards/${id}?filter=pipeline%3Dmail`)
  const bucket = panel(page, 'Jobs').getByRole('slider')
  await keyTo(page, bucket)
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'Enter']) await page.keyboard.press(key)
  await page.waitForURL('**/jobs?**')
  const address = search(page)
  expect(address.getAll('pipeline').join()).toContain('mail')
  const length = Date.parse(address.get('to')!) - Date.parse(address.get('from')!)
  expect([900_000, 1_800_000, 3_600_000]).toContain(length)
})

test('names that are programs run nothing', async () => {
  const evil = '<img src=x onerror="window.ran=true">'
  const text = `${evil}\n\n[link](javascript:window.ran=true)\n\n<svg onload="window.ran=true"></svg>`
  const { page, problems } = await open(evil, [
    panelOf('table', `${evil} table`, 0, { description: evil }),
    panelOf('markdown', '<svg onload="window.ran=true">', 6, { query: null, answers: [], options: { text } }),
    panelOf('bar', 'javascript:window.ran=true', 0, { layout: { x: 0, y: 8, w: 6, h: 8 }, answers: ['TOTAL'] }),
  ])
  await row(page, /orders/).waitFor()
  await page.getByText('link', { exact: true }).click()
  await page.getByRole('button', { name: /^About/ }).click()
  await page.getByRole('dialog').getByText(evil).waitFor()
  expect(await page.evaluate('window.ran')).toBeUndefined()
  expect(await page.locator('main img, main a[href^=javascript]').count()).toBe(0)
  expect(problems).toEqual([])
})

test('a panel that cannot be shown says why in its place, and the others work', async () => {
  const { page } = await open('Half of it', [
    panelOf('hologram', 'No kind', 0),
    panelOf('table', 'No dataset', 6, { query: { dataset: 'ghosts', measures: ['count'] } }),
    panelOf('table', 'No measure', 0, {
      query: { dataset: 'jobs', measures: ['speed'] },
      layout: { x: 0, y: 8, w: 6, h: 8 },
    }),
    panelOf('table', 'Works', 6, { layout: { x: 6, y: 8, w: 6, h: 8 } }),
  ])
  await row(page, /orders 160/).waitFor()
  const said = (title: string) => panel(page, title).getByRole('alert').innerText()
  expect(await said('No kind')).toContain('hologram')
  expect(await said('No dataset')).toContain('ghosts')
  expect(await said('No measure')).toContain('speed')
  expect(await panel(page, 'Works').getByRole('alert').count()).toBe(0)
})

test('by keyboard a panel is saved as a file, copied as a question, and seen alone', async () => {
  const permissions = ['clipboard-read', 'clipboard-write']
  const { page, problems } = await open('Taken away', linesAndTable(), { permissions })
  await row(page, /orders 160/).waitFor()
  const menu = (title: string) => page.getByRole('button', { name: `Actions for ${title}` })
  const download = async (title: string, format: string) => {
    const coming = page.waitForEvent('download')
    await enterMenu(page, menu(title), `Download as ${format}`)
    const file = await coming
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
  const csv = await download('Pipelines', 'CSV')
  expect([csv.name, csv.bytes.toString()]).toEqual(['pipelines.csv', expect.stringContaining('orders,160')])
  const svg = await download('Jobs', 'SVG')
  expect([svg.name, svg.bytes.toString()]).toEqual(['jobs.svg', expect.stringMatching(/^<svg /)])
  const png = await download('Jobs', 'PNG')
  expect([png.name, png.bytes.subarray(1, 4).toString()]).toEqual(['jobs.png', 'PNG'])

  await enterMenu(page, menu('Jobs'), 'Copy as GraphQL')
  await panel(page, 'Jobs').getByText('Copied').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^query Panel\(\$series: MetricQuery!\)/)
  await enterMenu(page, menu('Jobs'), 'Copy as curl')
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toMatch(/^curl http/)

  await enterMenu(page, menu('Jobs'), 'Full screen')
  const alone = page.getByRole('dialog', { name: 'Jobs, full screen' })
  await alone.getByRole('img').first().waitFor()
  expect((await alone.locator('.panel-frame').boundingBox())!.height).toBeGreaterThan(700)
  await page.keyboard.press('Escape')
  await alone.waitFor({ state: 'detached' })
  await expect.poll(() => menu('Jobs').evaluate((button) => button === document.activeElement)).toBe(true)
  expect(problems).toEqual([])
})

test('on a phone a panel is resized by its menu', async () => {
  const { page, id } = await open('In a pocket', linesAndTable(), { viewport: { width: 390, height: 844 } })
  await page.goto(`${server.base}/dashboards/${id}/edit`)
  const group = (size: string) => page.getByRole('group', { name: new RegExp(`^Jobs: .*${size}`) })
  await group('6 columns wide, 8 rows high').waitFor()
  const menu = page.getByRole('button', { name: 'Actions for Jobs' })
  await enterMenu(page, menu, 'Make narrower')
  await enterMenu(page, menu, 'Make taller')
  await group('5 columns wide, 9 rows high').waitFor()
  await enterMenu(page, menu, 'Make wider')
  // What follows within a second is undone together.
  await page.waitForTimeout(1_100)
  await enterMenu(page, menu, 'Make shorter')
  await group('6 columns wide, 8 rows high').waitFor()
  await enter(page, page.getByRole('button', { name: /^Undo/ }))
  await group('6 columns wide, 9 rows high').waitFor()
})
