import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { insertJobs, testJob } from '../../api/features/metrics/testing.ts'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../testing/accessibility.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'
import { ask, dashboardOf, makeDashboard as make, SAVE_DASHBOARD as SAVE } from '../testing/dashboards.ts'

let browser: Browser
let server: TestServer
beforeAll(async () => {
  server = await serverWithPerson()
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

async function openAt(path: string) {
  const opened = await signedIn(browser, server)
  onTestFinished(() => opened.context.close())
  opened.page.setDefaultTimeout(15_000)
  await opened.page.goto(server.base + path)
  await opened.page.getByRole('heading', { level: 1 }).waitFor()
  return opened
}

/** Opens an address as somebody who has no account, and collects all addresses that are asked. */
async function visit(address: string, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
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

  test('lets visitors choose the values of a variable', async () => {
    const { page, address, id } = await shared('Chosen')
    const variable = {
      name: 'p',
      title: 'Pipeline',
      dimension: 'pipeline',
      dataset: 'jobs',
      values: [],
      multiple: true,
    }
    const document = { ...dashboardOf('Chosen'), variables: [variable] }
    await ask(page, SAVE, { id, basedOn: 1, document, comment: null })
    const { page: theirs } = await visit(address)
    await theirs.getByRole('button', { name: 'Pipeline' }).click()
    await theirs.getByRole('option', { name: 'orders' }).waitFor()
    await theirs.keyboard.type('none such')
    await theirs.getByText('No such value').waitFor()
    await theirs.getByRole('searchbox').fill('ord')
    await theirs.getByRole('option', { name: 'orders' }).click()
    await theirs.getByRole('button', { name: 'Pipeline: orders', includeHidden: true }).waitFor()
    expect(theirs.url()).toContain('orders')
    expect(new URL(theirs.url()).hash).toBe(new URL(address).hash)
    await theirs.getByText('42', { exact: true }).first().waitFor()
    expect(await accessibilityProblems(theirs)).toEqual([])
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
