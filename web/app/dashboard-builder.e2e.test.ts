import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../testing/accessibility.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'
import {
  builderPanel as panel,
  draftSaved,
  insertJobsOfTwoPipelines,
  palette,
  panelTitles,
  rowsBecome,
  tableRows,
} from '../testing/builder.ts'
import { enter, enterMenu, focused, keyTo } from '../testing/keyboard.ts'

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

const kinds = ['Lines', 'Areas', 'Big number', 'Table', 'Text']

/** The list of dashboards, by whoever is signed in. */
async function openList() {
  const opened = await signedIn(browser, server)
  onTestFinished(() => opened.context.close())
  opened.page.setDefaultTimeout(15_000)
  await opened.page.goto(`${server.base}/dashboards`)
  return opened
}

/** What somebody without an account sees at the address of the link, and that the table is filtered there as it was shared. */
async function expectShared(address: string, titles: readonly string[]) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 2400 }, reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(address)
  await expect.poll(() => panelTitles(page), { timeout: 8_000 }).toEqual(titles)
  await rowsBecome(page, 3)
  await page.getByRole('img').first().waitFor()
}

async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 5 })
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 5 })
  await page.mouse.up()
}

test('by mouse: five panels are added, arranged, filtered by a variable, saved, shared by link and restored', async () => {
  const { page, problems } = await openList()
  const titles = [...kinds].sort()
  await page.getByRole('button', { name: 'New dashboard' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('By mouse')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'This dashboard has no panels yet' }).waitFor()
  await page.getByRole('link', { name: 'Add panel' }).click()
  await palette(page).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  const choice = (kind: string) => palette(page).getByRole('button', { name: new RegExp(`^${kind}`) })
  await choice('Lines').click()
  await choice('Text').dragTo(page.locator('.react-grid-layout'), { targetPosition: { x: 700, y: 60 } })
  await page.getByRole('group', { name: /^Text: column [^1]/ }).waitFor()
  for (const kind of ['Areas', 'Big number', 'Table']) await choice(kind).click()
  await palette(page).getByRole('button', { name: 'Close the kinds of panels' }).click()
  await tableRows(page).nth(2).waitFor()

  const lines = panel(page, 'Lines')
  await lines.scrollIntoViewIfNeeded()
  const box = (await lines.boundingBox())!
  await drag(page, { x: box.x + 200, y: box.y + 16 }, { x: box.width + 40, y: 0 })
  await panel(page, 'Lines')
    .and(page.getByRole('group', { name: /column 7, row 1,/ }))
    .waitFor()
  const moved = (await lines.boundingBox())!
  await drag(page, { x: moved.x + moved.width - 6, y: moved.y + moved.height - 6 }, { x: 0, y: 104 })
  await page.getByRole('group', { name: /^Lines: .* 9 rows high/ }).waitFor()

  await page.getByRole('button', { name: 'Variables' }).click()
  await page.getByRole('button', { name: 'Add variable' }).click()
  await page.getByRole('option', { name: /^Pipeline/ }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await draftSaved(page)
  await page.getByRole('button', { name: 'Pipeline', exact: true }).click()
  await page.getByRole('option', { name: 'mail' }).click()
  await page.keyboard.press('Escape')
  await rowsBecome(page, 2)

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByLabel('What did you change?').fill('Five panels')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Edit' }).waitFor()
  expect(page.url()).toContain('var=pipeline')
  await page.reload()
  // What is below the fold is drawn when it comes near.
  await page.getByRole('heading', { name: 'Table' }).scrollIntoViewIfNeeded()
  await rowsBecome(page, 2)
  expect(await panelTitles(page)).toEqual(titles)
  await page.keyboard.press('f')
  await page.getByRole('navigation').waitFor({ state: 'detached' })
  await page.keyboard.press('f')
  await page.getByRole('link', { name: 'Edit' }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sidewaysScroll(page)).toBe(0)
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.getByRole('button', { name: 'Share' }).click()
  const share = page.getByRole('dialog', { name: 'Share By mouse' })
  await share.getByRole('button', { name: 'Make link' }).click()
  await expectShared(await share.getByRole('region', { name: 'Address' }).innerText(), titles)
  await share.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByRole('button', { name: 'Actions for Areas' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Edit' }).waitFor()
  await expect.poll(() => panelTitles(page)).toEqual(titles.filter((title) => title !== 'Areas'))
  await page.getByRole('button', { name: 'More for By mouse' }).click()
  await page.getByRole('menuitem', { name: 'History' }).click()
  await page.getByText('Five panels').waitFor()
  await page.getByRole('button', { name: 'Restore version 2' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await page.getByText('Version 2 again').waitFor()
  await page.getByRole('link', { name: 'Open dashboard' }).click()
  await expect.poll(() => panelTitles(page)).toEqual(titles)
  expect(problems).toEqual([])
}, 90_000)

test('by keyboard alone: five panels are added, arranged, filtered by a variable, saved, shared by link and restored', async () => {
  const { page, problems } = await openList()
  const { keyboard } = page
  const titles = ['Areas', 'Big number', 'Durations', 'Table', 'Text']
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  await page.getByRole('button', { name: 'New dashboard' }).first().waitFor()
  await keyboard.press('n')
  await page.getByRole('dialog', { name: 'New dashboard' }).waitFor()
  await keyboard.type('By keyboard')
  await keyboard.press('Enter')
  await enter(page, page.getByRole('link', { name: 'Add panel' }))
  await palette(page).waitFor()
  for (const kind of kinds) {
    await keyboard.press('a')
    await enter(page, palette(page).getByRole('button', { name: new RegExp(`^${kind}`) }))
    await expect.poll(() => focused(page)).toMatch(new RegExp(`^${kind}: column`))
  }
  await tableRows(page).nth(2).waitFor()

  await keyTo(page, panel(page, 'Lines'), 'Shift+Tab')
  await keyboard.press('Shift+ArrowDown')
  expect(await focused(page)).toMatch('Lines: column 1, row 1, 6 columns wide, 8 rows high')
  await keyboard.press('ArrowDown')
  await expect.poll(() => focused(page)).toMatch(/^Lines: column 1, row [^1]/)
  await page
    .getByRole('status')
    .filter({ hasText: /^Lines: column 1/ })
    .waitFor({ state: 'attached' })
  await keyboard.press('Control+z')
  await expect.poll(() => focused(page)).toMatch('Lines: column 1, row 1')
  await keyboard.press('Control+Shift+z')
  await expect.poll(() => focused(page)).toMatch(/^Lines: column 1, row [^1]/)

  await keyboard.press('F2')
  await keyboard.type('Durations')
  await keyboard.press('Enter')
  await expect.poll(() => focused(page)).toMatch(/^Durations: column/)
  await keyboard.press('d')
  await expect.poll(() => focused(page)).toMatch(/^Durations \(copy\): column/)
  await keyboard.press('Delete')
  await page.getByRole('group', { name: /copy/ }).waitFor({ state: 'detached' })

  await enter(page, button('Variables'))
  await enter(page, button('Add variable'))
  await keyboard.type('Pipeline')
  await page.getByRole('option', { name: /^Pipeline/ }).waitFor()
  await keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Dimensions' }).waitFor({ state: 'detached' })
  await keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Variables' }).waitFor({ state: 'detached' })
  await draftSaved(page)
  await enter(page, button('Pipeline'))
  const mail = page.getByRole('option', { name: 'mail' })
  await mail.waitFor()
  await keyboard.press('Tab')
  await keyTo(page, mail, 'ArrowDown')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await rowsBecome(page, 2)

  await keyboard.press('Control+s')
  await keyboard.type('Five panels')
  await keyboard.press('Enter')
  await page.getByRole('link', { name: 'Edit' }).waitFor()
  await page.reload()
  // What is below the fold is drawn when it comes near.
  await page.getByRole('heading', { name: 'Areas' }).waitFor()
  await keyboard.press('End')
  await rowsBecome(page, 2)
  expect(await panelTitles(page)).toEqual(titles)

  await enter(page, button('Share'))
  const share = page.getByRole('dialog', { name: 'Share By keyboard' })
  await enter(page, share.getByRole('button', { name: 'Make link' }))
  await expectShared(await share.getByRole('region', { name: 'Address' }).innerText(), titles)
  await keyboard.press('Escape')
  await share.waitFor({ state: 'detached' })

  await enter(page, page.getByRole('link', { name: 'Edit' }))
  await keyTo(page, panel(page, 'Areas'))
  await keyboard.press('Delete')
  await keyboard.press('Control+s')
  await page.getByLabel('What did you change?').waitFor()
  await keyboard.press('Enter')
  await page.getByRole('link', { name: 'Edit' }).waitFor()
  await expect.poll(() => panelTitles(page)).toEqual(titles.filter((title) => title !== 'Areas'))
  await enterMenu(page, button('More for By keyboard'), 'History')
  await page.getByText('Five panels').waitFor()
  await enter(page, button('Restore version 2'))
  await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Restore' }))
  await page.getByText('Version 2 again').waitFor()
  await enter(page, page.getByRole('link', { name: 'Open dashboard' }))
  await expect.poll(() => panelTitles(page)).toEqual(titles)
  expect(problems).toEqual([])
}, 90_000)
