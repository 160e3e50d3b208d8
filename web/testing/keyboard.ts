import type { Locator, Page } from 'playwright-core'

/** More stops than any page has. */
const MOST_STOPS = 150

/** Presses a key, most often Tab, until the focus is there, as somebody does who has no mouse. Throws when it never comes there. */
export async function keyTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' })
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`The focus never came to ${target.toString()} by ${key}`)
}

/** Goes to something by Tab, and presses Enter there. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await keyTo(page, target)
  await page.keyboard.press('Enter')
}

/** Opens a menu by its button, goes down to one of its entries and presses Enter. */
export async function enterMenu(page: Page, button: Locator, item: string): Promise<void> {
  await enter(page, button)
  await keyTo(page, page.getByRole('menuitem', { name: item, exact: true }), 'ArrowDown')
  await page.keyboard.press('Enter')
}

/** What has the focus, in words. */
export const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
