import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { accessibilityProblems, sidewaysScroll } from '../testing/accessibility.ts'
import { openBrowser } from '../testing/browser.ts'
import { panelPage, type PanelPage } from '../testing/panel-page.ts'

let browser: Browser
let server: PanelPage

beforeAll(async () => {
  server = await panelPage()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(name: string, { width = 1440, theme = 'light' } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await page.goto(`${server.base}/?case=${name}&theme=${theme}`)
  await page.locator('.panels-place > *').first().waitFor()
  return { page, problems }
}

const heard = (page: Page): Promise<unknown[]> => page.evaluate('window.heard')
const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
const firstColumn = (page: Page) => page.locator('[role=gridcell][data-column="0"]').allInnerTexts()

test.each([
  { width: 1440, theme: 'light' },
  { width: 1440, theme: 'dark' },
  { width: 390, theme: 'light' },
])('every kind is shown at $width px in $theme, without problems that axe finds', async (how) => {
  const { page, problems } = await open('kinds', how)
  await page.getByRole('grid').waitFor()
  await page.getByRole('heading', { name: 'On call', level: 3 }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  expect(problems).toEqual([])
})

test('the options of every kind can be edited, without problems that axe finds', async () => {
  const { page, problems } = await open('kinds&editors')
  await page.getByLabel('Text', { exact: true }).fill('# Changed')
  await page.getByRole('heading', { name: 'Changed', level: 3 }).waitFor()
  await page.locator('summary').filter({ hasText: 'Pipeline' }).click()
  await page.getByLabel('Heading').first().fill('Flow')
  await page.getByRole('button', { name: 'Move Flow later' }).click()
  expect((await page.locator('summary').allInnerTexts()).slice(0, 2)).toEqual(['Count', 'Flow'])
  expect(await accessibilityProblems(page)).toEqual([])
  expect(problems).toEqual([])
})

test('each state says what it is, and a panel that breaks leaves the others alone', async () => {
  const { page } = await open('states')
  await page.getByRole('heading', { name: 'No data in this range' }).waitFor()
  await page.getByText('12.4 k').first().waitFor()
  await page.locator('.after-a-moment[data-shown]').waitFor()
  expect(await page.locator('.after-a-moment').getByRole('status').innerText()).toBe('Loading')
  const alerts = page.getByRole('alert')
  expect(await alerts.allInnerTexts()).toEqual([
    expect.stringContaining('has no measure “speed”. Edit the panel'),
    expect.stringContaining('no kind of panel called “hologram”'),
    expect.stringContaining('Something went wrong'),
    expect.stringContaining('without asking for what it is drawn from, as if'),
  ])
  expect(await panel(page, 'From the future').getByRole('button', { name: 'Copy details' }).count()).toBe(1)
  await alerts.first().getByRole('button', { name: 'Try again' }).click()
  expect(await heard(page)).toEqual([{ action: 'retry' }])
  expect(await page.getByText('12.4 k').count()).toBe(4)
  expect(await accessibilityProblems(page)).toEqual([])
})

test('an answer to an earlier question is dimmed, an old one has its age, and filters that do nothing are named', async () => {
  const { page } = await open('states', { width: 390, theme: 'dark' })
  const stale = panel(page, 'Stale')
  expect(await stale.getAttribute('aria-busy')).toBe('true')
  await stale.getByText('Updating').waitFor()
  const old = panel(page, 'A title that is much too long for its place')
  await old.getByText('Not filtered by region').waitFor()
  await old.getByText(/^Data from/).waitFor()
  await old.getByRole('button', { name: /^About/ }).click()
  await page.getByText('What it is about.').waitFor()
  await page.keyboard.press('Escape')
  expect(await accessibilityProblems(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
})

test('t leads to the numbers as a table and back; the words stand beside the picture', async () => {
  const { page } = await open('number')
  const number = panel(page, 'Big number')
  const words = await number.getAttribute('aria-describedby')
  expect(await page.locator(`[id="${words}"]`).innerText()).toContain(
    'Failure rate 4.2% (warning), −1.9 points, better',
  )
  await number.getByRole('button', { name: 'Actions for Big number' }).focus()
  await page.keyboard.press('t')
  expect(await number.getByRole('columnheader').first().innerText()).toBe('Jobs')
  expect(await number.getByRole('cell').first().innerText()).toBe('12,430')
  await page.keyboard.press('t')
  expect(await number.getByRole('table').count()).toBe(0)
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  expect(await heard(page)).toEqual([{ action: 'Edit' }])
})

test('a number that changes is tinted for a moment and moves nothing', async () => {
  const { page } = await open('number')
  const tile = page.locator('.number-tile').first()
  await tile.waitFor()
  const before = await tile.boundingBox()
  await page.evaluate(`window.setCases(([one]) => {
    const { TOTAL } = one.shown.answers
    const [[, ...rest]] = TOTAL.rows
    const answers = { ...one.shown.answers, TOTAL: { ...TOTAL, rows: [[99100, ...rest]] } }
    return [{ ...one, shown: { ...one.shown, answers } }]
  })`)
  await page.locator('.number-tile[data-changed]').getByText('99.1 k').waitFor()
  expect(await page.locator('.number-tile[data-changed]').count()).toBe(1)
  expect(await tile.boundingBox()).toEqual(before)
  await page.locator('.number-tile[data-changed]').waitFor({ state: 'detached' })
})

test('a table is sorted by one column and then another, by mouse', async () => {
  const { page } = await open('table')
  const heading = (name: string) => page.getByRole('columnheader', { name })
  await heading('Cost').click()
  expect(await heading('Cost').getAttribute('aria-sort')).toBe('descending')
  // What is not known stands last, whichever way.
  expect(await firstColumn(page)).toEqual([
    'backtest-momentum',
    'export-ledger',
    'load-orders',
    'sync-customers',
    'score-leads',
    'none',
  ])
  await heading('Cost').click()
  expect((await firstColumn(page)).slice(0, 1)).toEqual(['sync-customers'])
  await heading('Jobs').click({ modifiers: ['Shift'] })
  expect(await page.locator('[role=columnheader] sub').allInnerTexts()).toEqual(['2', '1'])
})

test('a table by keyboard alone: sort, drill, keep only, filter', async () => {
  const { page } = await open('table')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Enter')
  expect((await firstColumn(page)).slice(0, 2)).toEqual(['backtest-momentum', 'export-ledger'])
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'Shift+Enter']) await page.keyboard.press(key)
  expect(await heard(page)).toEqual([
    { drill: { key: [{ dimension: 'pipeline', value: 'export-ledger' }] } },
    { filter: 'pipeline', value: 'export-ledger' },
  ])
  const active = await page.getByRole('grid').getAttribute('aria-activedescendant')
  expect(await page.locator(`[id="${active}"]`).innerText()).toBe('export-ledger')

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('f')
  await page.keyboard.type('> 3k')
  await page.getByText('3 of 6 rows').waitFor()
  expect(await firstColumn(page)).toEqual(['load-orders', 'score-leads', 'sync-customers'])
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  expect(await page.getByRole('grid').evaluate((grid) => grid === document.activeElement)).toBe(true)
  await page.getByText('6 rows', { exact: true }).waitFor()
  await page.keyboard.press('f')
  await page.keyboard.type('412')
  await page.getByText('1 of 6 rows').waitFor()
})

test('on a phone rows are cards, which can be sorted and kept alone', async () => {
  const { page } = await open('table', { width: 390 })
  await page.locator('.table-grid.cards').waitFor()
  await page.getByLabel('Sort by').selectOption('Cost')
  expect((await firstColumn(page))[0]).toBe('backtest-momentum')
  await page.getByRole('button', { name: 'load-orders' }).click()
  expect(await heard(page)).toEqual([{ filter: 'pipeline', value: 'load-orders' }])
})

test('of 100,000 rows only those in sight exist, and the last is one key away', async () => {
  const { page } = await open('big')
  const grid = page.getByRole('grid')
  await grid.focus()
  expect(await grid.getAttribute('aria-rowcount')).toBe('100001')
  await page.keyboard.press('Control+End')
  await page.getByRole('gridcell', { name: 'pipeline-99999' }).waitFor()
  expect(await page.getByRole('row').count()).toBeLessThan(40)
  await page.keyboard.press('Control+Home')
  await page.getByRole('columnheader', { name: 'Jobs' }).click()
  await page.keyboard.press('f')
  await page.keyboard.type('pipeline-4242')
  await page.getByText('11 of 100,000 rows').waitFor()
})

test('a text runs nothing, and leads nowhere but where it may', async () => {
  const { page, problems } = await open('evil')
  const text = page.locator('.markdown')
  await text.waitFor()
  for (const name of ['script link', 'odd script link', 'data link', 'elsewhere', 'html link'])
    await text.getByText(name).first().click({ force: true })
  expect(await page.evaluate('window.ran')).toBeUndefined()
  expect(await text.locator('img, script, svg, iframe').count()).toBe(0)
  expect(await text.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    'https://example.com/auto',
    'http://www.example.com',
    'mailto:ada@example.com',
    '/jobs',
  ])
  expect(await text.getByRole('heading').evaluateAll((all) => all.map(({ tagName }) => tagName))).toEqual(['H3', 'H6'])
  expect(await text.innerText()).toContain('<img src=x onerror="window.ran = true">')
  expect(await text.innerText()).toContain('(image: alt words)')
  expect(problems).toEqual([])
})
