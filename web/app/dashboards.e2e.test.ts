import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { insertJobs, testJob } from '../../api/features/metrics/testing.ts'
import { createUser } from '../../api/features/people/index.ts'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../testing/accessibility.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'
import { ask, dashboardOf, makeDashboard as make, SAVE_DASHBOARD as SAVE } from '../testing/dashboards.ts'

const viewer = { email: 'vera@example.com', name: 'Vera', password: 'looks and says nothing', role: 'viewer' as const }

let browser: Browser
let server: TestServer
beforeAll(async () => {
  server = await serverWithPerson()
  await createUser(server.sql, server.organization.id, viewer)
  const at = new Date(Date.now() - 3_600_000)
  await insertJobs(
    server.sql,
    server.organization.id,
    Array.from({ length: 42 }, () => testJob({ pipeline: 'orders', at })),
  )
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function openAt(path: string, options = {}, who?: typeof viewer) {
  const opened = await signedIn(browser, server, options, who)
  onTestFinished(() => opened.context.close())
  opened.page.setDefaultTimeout(15_000)
  await opened.page.goto(server.base + path)
  await opened.page.getByRole('heading', { level: 1 }).waitFor()
  return opened
}

const row = (page: Page, title: string) => page.getByRole('row', { name: title })
const link = (page: Page, title: string) => page.getByRole('link', { name: title, exact: true })
const titles = (page: Page) => page.locator('.dashboards-list a.row-link').allTextContents()

async function choose(page: Page, title: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${title}`, exact: true }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

describe('the list', () => {
  test('before there is anything it says what a dashboard is; one is made by keys alone, and found again', async () => {
    const { page, problems } = await openAt('/jobs')
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await page.getByRole('heading', { name: 'No dashboards yet' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('n')
    await page.getByRole('dialog', { name: 'New dashboard' }).waitFor()
    await page.keyboard.type('Wall of the team')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Wall of the team' }).waitFor()
    await page.goto(`${server.base}/dashboards`)
    await link(page, 'Wall of the team').waitFor()
    await make(page, 'A second one')
    await page.reload()
    await link(page, 'A second one').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Wall of the team' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('second')
    await page.getByRole('option', { name: 'A second one' }).click()
    await page.getByRole('heading', { level: 1, name: 'A second one' }).waitFor()
    expect(problems).toEqual([])
  })

  test('is searched, and turned round by what was changed last', async () => {
    const { page } = await openAt('/dashboards')
    const id = await make(page, 'Zebra costs')
    await make(page, 'Yak costs')
    await ask(page, SAVE, { id, basedOn: 1, document: dashboardOf('Zebra costs'), comment: null })
    await page.reload()
    await link(page, 'Zebra costs').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('costs')
    await expect.poll(() => titles(page)).toEqual(['Yak costs', 'Zebra costs'])
    await page.getByRole('button', { name: /Order/ }).click()
    await page.getByRole('option', { name: 'Last changed first' }).click()
    await expect.poll(() => titles(page)).toEqual(['Zebra costs', 'Yak costs'])
    await page.getByRole('searchbox').fill('nothing like this')
    await page.getByRole('heading', { name: 'No dashboard is like that' }).waitFor()
  })

  test('has folders, which are made by naming, moved into and renamed', async () => {
    const { page, problems } = await openAt('/dashboards')
    await make(page, 'Shelf one')
    await page.reload()
    await choose(page, 'Shelf one', 'Move to folder')
    await page.getByRole('combobox', { name: 'Folder' }).fill('Finance/EU')
    await page.getByRole('button', { name: 'Move' }).click()
    await row(page, 'Shelf one').getByText('Finance/EU').waitFor()
    await page.getByRole('button', { name: /Folder/ }).click()
    await page.getByRole('option', { name: 'Finance/EU' }).click()
    await expect.poll(() => titles(page)).toEqual(['Shelf one'])
    await page.getByRole('button', { name: 'Rename folder' }).click()
    await page.getByRole('textbox', { name: 'Folder' }).fill('Money')
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await row(page, 'Shelf one').getByText('Money').waitFor()
    expect(new URL(page.url()).searchParams.get('folder')).toBe('Money')
    expect(problems).toEqual([])
  })

  test('a favourite is where one begins', async () => {
    const { page } = await openAt('/dashboards')
    await page.goto(server.base)
    await page.waitForURL('**/jobs')
    await make(page, 'Where I begin')
    await page.goto(`${server.base}/dashboards`)
    const star = page.getByRole('button', { name: 'Favourite: Where I begin' })
    await star.click()
    await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true')
    await page.goto(server.base)
    await page.getByRole('heading', { level: 1, name: 'Where I begin' }).waitFor()
    await page.goto(`${server.base}/dashboards?show=favourites`)
    await expect.poll(() => titles(page)).toEqual(['Where I begin'])
    await star.click()
    await page.getByRole('heading', { name: 'No favourites yet' }).waitFor()
  })

  test('duplicates, exports what can be imported again, and deletes', async () => {
    const { page, problems } = await openAt('/dashboards')
    await make(page, 'To and fro')
    await page.reload()
    await choose(page, 'To and fro', 'Duplicate')
    await link(page, 'To and fro (copy)').waitFor()
    const downloading = page.waitForEvent('download')
    await choose(page, 'To and fro', 'Export as JSON')
    const file = await downloading
    expect(file.suggestedFilename()).toBe('to-and-fro.json')
    const text = await readFile(await file.path(), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ format: 1, title: 'To and fro' })
    await choose(page, 'To and fro (copy)', 'Delete')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => link(page, 'To and fro (copy)').count()).toBe(0)
    await page.getByRole('button', { name: 'Import' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import dashboard' })
    await dialog.getByLabel('Or its text').fill('{"format": 1, ')
    await dialog.getByRole('button', { name: 'Import' }).click()
    await dialog.getByText('This is no JSON').waitFor()
    await dialog.getByLabel('Or its text').fill(text.replace('"count"', '7'))
    await dialog.getByRole('button', { name: 'Import' }).click()
    await dialog.getByText('panels[0].query.measures[0]').waitFor()
    await dialog.getByLabel('File').setInputFiles({
      ...{ name: 'it.json', mimeType: 'application/json' },
      buffer: Buffer.from(text.replace('To and fro', 'Brought back')),
    })
    await expect.poll(() => dialog.getByLabel('Or its text').inputValue()).toMatch('Brought back')
    await dialog.getByRole('button', { name: 'Import' }).click()
    await page.getByRole('heading', { level: 1, name: 'Brought back' }).waitFor()
    expect(problems).toEqual([])
  })

  test('offers nothing to who may only look', async () => {
    const { page } = await openAt('/dashboards', {}, viewer)
    await page.getByRole('table', { name: 'Dashboards' }).waitFor()
    expect(await page.getByRole('button', { name: 'New dashboard' }).count()).toBe(0)
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click()
    await expect.poll(() => page.getByRole('menuitem').allTextContents()).toEqual(['History', 'Export as JSON'])
  })
})

/** A dashboard with two versions: a panel moved and another came. */
async function changed(page: Page, title: string): Promise<string> {
  const before = dashboardOf(title)
  const [panel] = before.panels as [object]
  const other = { ...panel, id: crypto.randomUUID(), title: 'Another', layout: { x: 4, y: 0, w: 4, h: 4 } }
  const moved = { ...panel, layout: { x: 0, y: 4, w: 4, h: 4 } }
  const id = await make(page, title, { document: before })
  const after = { ...before, panels: [moved, other] }
  await ask(page, SAVE, { id, basedOn: 1, document: after, comment: 'A second number' })
  return id
}

test('the history says what changed, and brings an older version back', async () => {
  const { page, problems } = await openAt('/dashboards')
  const id = await changed(page, 'With a past')
  await page.goto(`${server.base}/dashboards/${id}/history`)
  await page.getByRole('heading', { level: 1, name: 'History of With a past' }).waitFor()
  await page.getByText('A second number').waitFor()
  const changes = page.getByRole('list', { name: 'Changes' })
  await changes.getByText('Moved from column 1, row 1 to column 1, row 5.').waitFor()
  await changes.getByText('Panel "Another"').waitFor()
  await page.getByRole('button', { name: 'Look at version 1' }).click()
  await page.getByRole('heading', { name: 'Version 1', exact: true }).waitFor()
  await page.getByText('42', { exact: true }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Restore version 1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await page.getByText('Version 1 again').waitFor()
  await page.getByRole('row', { name: /^3 Current/ }).waitFor()
  await changes.getByText('Moved from column 1, row 5 to column 1, row 1.').waitFor()
  await page.goto(`${server.base}/dashboards/nonsense/history`)
  await page.getByRole('heading', { name: 'This dashboard is not there' }).waitFor()
  expect(problems).toEqual([])
})

test('what is annotated on a dashboard is told to everyone, and removed again', async () => {
  const { page, problems } = await openAt('/dashboards')
  const id = await make(page, 'With notes')
  await page.goto(`${server.base}/dashboards/${id}`)
  const open = async () => {
    await page.getByRole('button', { name: 'More for With notes' }).click()
    await page.getByRole('menuitem', { name: 'Annotate' }).click()
  }
  await open()
  const dialog = page.getByRole('dialog', { name: 'Annotate' })
  expect(await accessibilityProblems(page)).toEqual([])
  await dialog.getByLabel('Title').fill('orders 2.4')
  await dialog.getByRole('button', { name: 'Annotate' }).click()
  await expect.poll(() => dialog.count()).toBe(0)
  await open()
  await dialog.getByRole('button', { name: 'Remove orders 2.4' }).click()
  await expect.poll(() => dialog.getByText('orders 2.4').count()).toBe(0)
  expect(problems).toEqual([])
})

describe('widths', () => {
  const widths = [{ viewport: { width: 1440, height: 900 } }, { viewport: { width: 390, height: 844 } }]
  test.each(widths)('$viewport.width: list, dialogs and history', async (options) => {
    const { page } = await openAt('/dashboards', options)
    const id = await changed(page, `Seen at ${options.viewport.width}`)
    await page.reload()
    await link(page, `Seen at ${options.viewport.width}`).waitFor()
    const problems = [await accessibilityProblems(page), await sidewaysScroll(page)]
    await page.getByRole('button', { name: 'New dashboard' }).click()
    await page.getByRole('dialog').waitFor()
    problems.push(await accessibilityProblems(page))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Import' }).click()
    await page.getByRole('dialog').waitFor()
    problems.push(await accessibilityProblems(page))
    await page.goto(`${server.base}/dashboards/${id}/history`)
    await page.getByRole('list', { name: 'Changes' }).waitFor()
    problems.push(await accessibilityProblems(page), await sidewaysScroll(page))
    expect(problems).toEqual([[], 0, [], [], [], 0])
  })
})
