import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createUser } from '../../api/features/people/index.ts'
import { startTestProvider, TEST_CLIENT } from '../../api/features/providers/testing-provider.ts'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../testing/accessibility.ts'
import { openBrowser, person, serverWithPerson, signedIn } from '../testing/browser.ts'

let browser: Browser
let server: TestServer
beforeAll(async () => {
  server = await serverWithPerson()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const viewer = {
  email: 'vera@example.com',
  name: 'Vera Rubin',
  password: 'galaxies turn too fast',
  role: 'viewer' as const,
}

type SignedInHow = Parameters<typeof signedIn> extends [unknown, unknown, ...infer How] ? How : never

async function openSettings(section: string, ...how: SignedInHow) {
  const opened = await signedIn(browser, server, ...how)
  onTestFinished(() => opened.context.close())
  opened.page.setDefaultTimeout(10_000)
  await goTo(opened.page, section)
  return opened
}

async function goTo(page: Page, section: string) {
  await page.goto(`${server.base}/settings/${section}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const act = async (page: Page, menu: string, item: string) => {
  await press(page, menu)
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
const name = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const closed = (page: Page) => dialog(page).waitFor({ state: 'hidden' })

/** Asks as a program with this key would; gives the status of the answer. */
async function statusWith(key: string): Promise<number> {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
  const body = JSON.stringify({ query: '{ jobs(first: 1) { nodes { id } } }' })
  return (await fetch(`${server.base}/graphql`, { method: 'POST', headers, body })).status
}

/** What a command prints that was copied from the page. */
const inShell = async (command: string) =>
  (await promisify(execFile)('sh', ['-c', command.replace('curl', 'curl -s')])).stdout

describe('members', () => {
  test('someone is invited by a link, becomes an editor, and is removed', async () => {
    const mail = server.services.mail
    server.services.mail = null
    onTestFinished(() => void (server.services.mail = mail))
    const { page, problems } = await openSettings('members')
    await press(page, 'Invite someone')
    await page.getByLabel('E-mail').fill('grace@example.com')
    await page.keyboard.press('Enter')
    const link = await dialog(page).getByRole('region', { name: 'Invitation link' }).innerText()
    await press(page, 'Done')
    await row(page, 'grace@example.com').getByText('Viewer').waitFor()

    const guest = await browser.newPage()
    onTestFinished(() => guest.close())
    await guest.goto(link)
    await guest.getByLabel('Your name').fill('Grace Hopper')
    await guest.getByLabel('Password', { exact: true }).fill('nanoseconds of wire')
    await guest.keyboard.press('Enter')
    await guest.getByTestId('live-status').waitFor()

    await goTo(page, 'members')
    await page.getByRole('button', { name: 'Role of Grace Hopper' }).click()
    await page.getByRole('option', { name: 'Editor' }).click()
    await row(page, 'Grace Hopper')
      .getByRole('button', { name: /Editor/ })
      .waitFor()
    await act(page, 'Actions for Grace Hopper', 'Remove')
    await dialog(page).getByRole('button', { name: 'Remove' }).click()
    await closed(page)
    await row(page, 'Grace Hopper').waitFor({ state: 'hidden' })
    expect(problems).toEqual([])
  })

  test('an invitation is mailed where the server can send mail, and can be revoked', async () => {
    const { page, problems } = await openSettings('members')
    await press(page, 'Invite someone')
    await page.getByLabel('E-mail').fill('alan@example.com')
    await page.getByLabel('Role', { exact: true }).selectOption('Admin')
    await press(page, 'Invite')
    await page.getByText('The invitation was mailed to alan@example.com.').waitFor()
    await press(page, 'Done')
    await press(page, 'Revoke the invitation of alan@example.com')
    await dialog(page).getByRole('button', { name: 'Revoke' }).click()
    await row(page, 'alan@example.com').waitFor({ state: 'hidden' })
    expect(problems).toEqual([])
  })

  test('the last owner stays one, and the page says so where it was tried', async () => {
    const { page } = await openSettings('members')
    await page.getByRole('button', { name: `Role of ${person.name}` }).click()
    await page.getByRole('option', { name: 'Viewer' }).click()
    await page.getByRole('alert').filter({ hasText: /owner/ }).waitFor()
    await row(page, person.name).getByRole('button', { name: /Owner/ }).waitFor()
  })
})

test('a team is made, renamed, filled, emptied and deleted', async () => {
  const { page, problems } = await openSettings('teams')
  await press(page, 'Make team')
  await name(page).fill('Data')
  await page.keyboard.press('Enter')
  await closed(page)
  await act(page, 'Actions for Data', 'Rename')
  await name(page).fill('Data platform')
  await page.keyboard.press('Enter')
  await closed(page)
  await act(page, 'Add someone to Data platform', `${person.name} · ${person.email}`)
  await press(page, `Take ${person.name} out of Data platform`)
  await page.getByText('Nobody is in it yet.').waitFor()
  await act(page, 'Actions for Data platform', 'Delete')
  await dialog(page).getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('heading', { name: 'No teams yet' }).waitFor()
  expect(problems).toEqual([])
})

test('a key is shown once, works, is counted, rotated, and refused within a second of its end', async () => {
  const { page, problems } = await openSettings('keys')
  await press(page, 'Make key')
  await name(page).fill('Power BI')
  await page.keyboard.press('Enter')
  const shown = dialog(page).getByRole('region', { name: 'Key', exact: true })
  const key = await shown.innerText()
  const command = await dialog(page).getByRole('region', { name: 'The newest jobs' }).innerText()
  expect(JSON.parse(await inShell(command))).toEqual({ data: { jobs: { nodes: [] } } })
  await press(page, 'Done')
  await closed(page)
  expect(await page.content()).not.toContain(key)

  expect(await statusWith(key)).toBe(200)
  await expect
    .poll(
      async () => {
        await goTo(page, 'keys')
        await press(page, 'Details of Power BI')
        return page.getByText(/[1-9]\d* requests? in 30 days/).count()
      },
      { timeout: 15_000 },
    )
    .toBe(1)

  await act(page, 'Actions for Power BI', 'Rotate')
  await dialog(page).getByRole('button', { name: 'Rotate' }).click()
  await dialog(page).getByRole('heading', { name: 'Key rotated' }).waitFor()
  const rotated = await shown.innerText()
  expect(rotated).not.toBe(key)
  await press(page, 'Done')
  expect([await statusWith(key), await statusWith(rotated)]).toEqual([200, 200])

  const old = row(page, 'Power BI').filter({ hasText: key.slice(0, 10) })
  await old.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('menuitem', { name: 'Revoke' }).click()
  await dialog(page).getByRole('button', { name: 'Revoke' }).click()
  await closed(page)
  await expect.poll(() => statusWith(key), { timeout: 1000, interval: 50 }).toBe(401)
  expect(await statusWith(rotated)).toBe(200)
  expect(problems).toEqual([])
})

test('a key to send jobs comes with a command that sends one', async () => {
  const { page } = await openSettings('keys')
  await press(page, 'Make key')
  await name(page).fill('Runner')
  await page.getByLabel('Read metrics').uncheck()
  await page.getByLabel('Read jobs').uncheck()
  await dialog(page).getByRole('button', { name: 'Make key' }).click()
  await page.getByText('Choose at least one thing that it may do.').waitFor()
  await page.getByLabel('Ingest').check()
  await page.getByLabel('Only from these networks').fill('nowhere')
  await dialog(page).getByRole('button', { name: 'Make key' }).click()
  await dialog(page).getByRole('alert').filter({ hasText: 'nowhere' }).waitFor()
  await page.getByLabel('Only from these networks').fill('127.0.0.0/8')
  await dialog(page).getByRole('button', { name: 'Make key' }).click()
  const command = await dialog(page).getByRole('region', { name: 'Send a job' }).innerText()
  expect(JSON.parse(await inShell(command))).toMatchObject({ accepted: 1 })
})

test('an identity provider is connected, changed and deleted', async () => {
  const provider = await startTestProvider()
  onTestFinished(() => provider.stop())
  const { page, problems } = await openSettings('providers')
  await press(page, 'Connect provider')
  await name(page).fill('Acme directory')
  await page.getByLabel('Issuer').fill(`${provider.issuer}/nothing`)
  await page.getByLabel('Client id').fill(TEST_CLIENT.clientId)
  await page.getByLabel('Client secret').fill(TEST_CLIENT.clientSecret)
  await page.getByLabel('Role claim').fill('groups')
  await press(page, 'Add value')
  await page.getByLabel('Value 1', { exact: true }).fill('staff')
  await page.getByLabel('Role 1').selectOption('Editor')
  await press(page, 'Connect')
  await dialog(page).getByRole('alert').filter({ hasText: /\w/ }).waitFor()
  await page.getByLabel('Issuer').fill(provider.issuer)
  await press(page, 'Connect')
  const redirect = dialog(page).getByRole('region', { name: 'Redirect URL' })
  expect(await redirect.innerText()).toBe(`${server.base}/auth/callback`)
  await press(page, 'Done')

  await press(page, 'Details of Acme directory')
  await page.getByText('staff: Editor').waitFor()
  expect(await page.content()).not.toContain(TEST_CLIENT.clientSecret)
  await act(page, 'Actions for Acme directory', 'Edit')
  await page.getByLabel('Enabled').uncheck()
  await press(page, 'Save')
  await closed(page)
  await row(page, 'Acme directory').getByText('Disabled').waitFor()
  await act(page, 'Actions for Acme directory', 'Delete')
  await dialog(page).getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('heading', { name: 'No identity providers yet' }).waitFor()
  expect(problems).toEqual([])
})

test('the audit log tells what was done, finds it, and can be downloaded', async () => {
  const { page, problems } = await openSettings('audit')
  for (const action of [
    'invitation.created',
    'member.role-changed',
    'member.removed',
    'team.created',
    'key.created',
    'key.revoked',
  ]) {
    await row(page, action).first().waitFor()
  }
  await page.getByLabel('Search the log').fill('grace')
  await expect.poll(() => row(page, 'key.created').count()).toBe(0)
  await row(page, 'member.role-changed').getByRole('button').click()
  await page.getByRole('table', { name: 'What member.role-changed changed' }).getByText('editor').waitFor()
  expect(page.url()).toContain('text=grace')
  const downloading = page.waitForEvent('download')
  await press(page, 'Download CSV')
  expect((await downloading).suggestedFilename()).toBe('audit.csv')
  expect(problems).toEqual([])
})

test('the organization is renamed, also in the menu above', async () => {
  const { page, problems } = await openSettings('organization')
  await name(page).fill('Acme Logistics')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Acme Logistics/ }).waitFor()
  expect(problems).toEqual([])
})

test('a viewer is not offered what only admins may open, and is told who can', async () => {
  await createUser(server.sql, server.organization.id, viewer)
  const { page, problems } = await openSettings('members', {}, viewer)
  const sections = page.getByRole('navigation', { name: 'Settings' })
  await sections.getByRole('link', { name: 'Members' }).waitFor()
  expect(await sections.getByRole('link').allInnerTexts()).toEqual(['Organization', 'Members', 'Teams', 'Quotas'])
  expect(await page.getByRole('button', { name: 'Invite someone' }).count()).toBe(0)
  await goTo(page, 'keys')
  await page.getByText('It is open to owners and admins. You are a viewer.').waitFor()
  expect(problems).toEqual([])
})

test('a section shows itself as soon as the server is back', async () => {
  const { page } = await openSettings('organization')
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('QuotasPage') ? route.abort() : route.continue(),
  )
  await goTo(page, 'quotas')
  await page.getByRole('heading', { name: 'The server cannot be reached' }).waitFor()
  await page.unroute('**/graphql')
  await page.getByRole('heading', { name: 'Jobs a day' }).waitFor()
})

describe('every section', () => {
  const sections = ['organization', 'members', 'teams', 'keys', 'quotas', 'audit', 'providers']
  const forms = [
    ['members', 'Invite someone'],
    ['keys', 'Make key'],
    ['providers', 'Connect provider'],
  ] as const
  for (const width of [1440, 390]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`at ${width} pixels, ${colorScheme}: accessible, and nothing scrolls sideways`, async () => {
        const viewport = { width, height: 900 }
        const { page, problems } = await openSettings('organization', { viewport, colorScheme })
        for (const section of sections) {
          await goTo(page, section)
          await page.waitForLoadState('networkidle')
          expect(await accessibilityProblems(page), section).toEqual([])
          expect(await sidewaysScroll(page), section).toBeLessThanOrEqual(0)
        }
        for (const [section, button] of forms) {
          await goTo(page, section)
          await press(page, button)
          await dialog(page).waitFor()
          expect(await accessibilityProblems(page), button).toEqual([])
        }
        await goTo(page, 'keys')
        await press(page, 'Details of Runner')
        await page.getByRole('figure').waitFor()
        expect(await accessibilityProblems(page), 'a key that is opened').toEqual([])
        expect(await sidewaysScroll(page), 'a key that is opened').toBeLessThanOrEqual(0)
        expect(problems).toEqual([])
      }, 60_000)
    }
  }
})
