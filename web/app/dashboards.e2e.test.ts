import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { insertJobs, testJob } from '../../api/features/metrics/testing.ts'
import { createUser } from '../../api/features/people/index.ts'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../testing/accessibility.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'

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
  opened.page.setDefaultTimeout(8000)
  await opened.page.goto(server.base + path)
  await opened.page.getByRole('heading', { level: 1 }).waitFor()
  return opened
}

/** A dashboard with one number: how many jobs there were in a day. */
function dashboardOf(title: string, part: Record<string, unknown> = {}) {
  const panel = {
    ...{ id: crypto.randomUUID(), kind: 'number', title: 'Jobs of a day', layout: { x: 0, y: 0, w: 4, h: 4 } },
    ...{ query: { dataset: 'jobs', measures: ['count'] }, answers: ['TOTAL', 'SERIES'], options: {} },
  }
  const rest = { description: null, range: { last: 'P1D' }, timezone: null, variables: [], panels: [panel] }
  return { format: 1, title, ...rest, ...part }
}

/** Asks the server as the person who is signed in on the page. */
async function ask(page: Page, query: string, variables: object) {
  const headers = { Origin: server.base }
  const answer = await page.request.post(`${server.base}/graphql`, { data: { query, variables }, headers })
  const { data, errors } = (await answer.json()) as { data: Record<string, { id: string }>; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}

const CREATE = 'mutation ($input: CreateDashboardInput!) { createDashboard(input: $input) { id } }'
const SAVE = `mutation ($id: ID!, $basedOn: Int!, $document: JSON!, $comment: String) {
  saveDashboard(id: $id, basedOn: $basedOn, document: $document, comment: $comment) { __typename } }`

/** Makes a dashboard that everyone in the organization sees, and returns its id. */
async function make(page: Page, title: string, part: { folder?: string; document?: object } = {}): Promise<string> {
  const input = { document: dashboardOf(title), visibility: 'ORGANIZATION', ...part }
  return (await ask(page, CREATE, { input }))['createDashboard']!.id
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
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['History', 'Export as JSON'])
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

/** Opens an address as somebody who has no account, and collects all addresses that are asked. */
async function visit(address: string, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('websocket', (socket) => asked.push(socket.url()))
  await page.goto(address)
  return { page, asked }
}

describe('a link', () => {
  /** Makes a dashboard and, by its dialog, a link to it. */
  async function shared(title: string) {
    const { page, problems } = await openAt('/dashboards')
    const id = await make(page, title)
    await page.goto(`${server.base}/dashboards/${id}`)
    await page.getByRole('button', { name: 'Share' }).click()
    const dialog = page.getByRole('dialog', { name: `Share ${title}` })
    await dialog.getByText('There is no link to it.').waitFor()
    await dialog.getByRole('button', { name: 'Make link' }).click()
    const address = await dialog.getByRole('region', { name: 'Address' }).innerText()
    return { page, dialog, address, id, problems }
  }

  test('shows the dashboard to who has no account, live, and sends its secret in no address', async () => {
    const { page, address, id } = await shared('For the neighbours')
    expect(await accessibilityProblems(page)).toEqual([])
    const { page: theirs, asked } = await visit(address)
    await theirs.getByRole('heading', { level: 1, name: 'For the neighbours' }).waitFor()
    await theirs.getByText('42', { exact: true }).first().waitFor()
    await theirs.getByText('This link ends on').waitFor()
    expect(await theirs.getByRole('navigation').count()).toBe(0)
    expect(await accessibilityProblems(theirs)).toEqual([])
    const token = new URL(address).hash.slice(1)
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.filter((one) => new URL(one).pathname !== '/shared' && one.includes(token))).toEqual([])
    await ask(page, SAVE, { id, basedOn: 1, document: dashboardOf('For all of them'), comment: null })
    await theirs.getByRole('heading', { level: 1, name: 'For all of them' }).waitFor()
    await theirs.setViewportSize({ width: 390, height: 844 })
    expect([await accessibilityProblems(theirs), await sidewaysScroll(theirs)]).toEqual([[], 0])
  })

  test('that is revoked ends at once, and is told like one that never was', async () => {
    const { dialog, page, address, problems } = await shared('Not for long')
    const { page: theirs } = await visit(address)
    await theirs.getByRole('heading', { level: 1, name: 'Not for long' }).waitFor()
    await dialog.getByRole('button', { name: /Revoke the link/ }).click()
    await page.getByRole('dialog', { name: 'Revoke link' }).getByRole('button', { name: 'Revoke' }).click()
    await dialog.getByText('There is no link to it.').waitFor()
    const ended = (one: Page) => one.getByRole('heading', { name: 'This link does not work' })
    await ended(theirs).waitFor()
    expect(await accessibilityProblems(theirs)).toEqual([])
    const said = await theirs.locator('main').innerText()
    for (const none of [`${server.base}/shared#tach_share_nobody`, `${server.base}/shared`]) {
      const { page: other } = await visit(none)
      await ended(other).waitFor()
      expect(await other.locator('main').innerText()).toBe(said)
    }
    expect(problems).toEqual([])
  })
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
