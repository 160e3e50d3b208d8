import type { Page } from 'playwright-core'

/** A dashboard that somebody opens. */
export interface Opened {
  /** Of the server. */
  base: string
  id: string
  /** How many panels it has. */
  panels: number
}

/**
 * How long a dashboard takes until each panel shows its answer, in milliseconds: from a click in the list of dashboards, and
 * from its address in a tab that shows something else, with the code in the cache of the browser.
 */
export async function measureOpening(page: Page, opened: Opened): Promise<{ openMs: number; loadMs: number }> {
  const { base, id } = opened
  await page.goto('about:blank')
  const loadMs = await untilComplete(page, opened, () => page.goto(`${base}/dashboards/${id}`, { waitUntil: 'commit' }))
  await page.goto(`${base}/dashboards`)
  const link = page.locator(`a[href^="/dashboards/${id}"]`).first()
  await link.waitFor()
  const openMs = await untilComplete(page, opened, () => link.click())
  return { openMs, loadMs }
}

/** The JavaScript that arrived before the first picture of a chart was there, gzipped, in kB. */
export async function measureCode(page: Page, { base, id }: Opened): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  try {
    await page.goto(`${base}/dashboards/${id}`, { waitUntil: 'commit' })
    await page.locator('.chart-picture svg, .chart-picture canvas').first().waitFor()
    const code = await page.evaluate(() => {
      const addresses = performance.getEntriesByType('resource').map(({ name }) => name)
      return addresses.filter((address) => new URL(address).pathname.endsWith('.js'))
    })
    const sizes = await Promise.all(code.map(gzippedBytes))
    return Math.round(sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000)
  } finally {
    await session.detach()
  }
}

async function gzippedBytes(address: string): Promise<number> {
  const response = await fetch(address, { headers: { 'Accept-Encoding': 'gzip' } })
  await response.arrayBuffer()
  return Number(response.headers.get('content-length'))
}

async function untilComplete(page: Page, { panels }: Opened, act: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await act()
  await page.waitForFunction(isComplete, panels, { polling: 'raf' })
  return performance.now() - begin
}

/** Runs in the page. True when so many panels are there, and each shows its answer: a picture, or text. */
function isComplete(panels: number): boolean {
  const bodies = [...document.querySelectorAll('.panel-frame-body')]
  const isDrawn = (body: Element) => {
    if (body.querySelector('.panel-skeleton')) return false
    const picture = body.querySelector('.chart-picture')
    return picture ? picture.querySelector('svg, canvas') !== null : (body.textContent ?? '').trim() !== ''
  }
  return bodies.length === panels && bodies.every(isDrawn)
}
