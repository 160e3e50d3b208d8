import type { Page } from 'playwright-core'
import type { Opened } from './opening.ts'

const STEPS = 60

/** How smoothly one chart is moved over and zoomed into. */
export interface Zooming {
  /** Frames a second while the cursor moves over it and a range is drawn. */
  zoomFps: number
  /** The longest time without a frame, until the zoomed picture is there, in milliseconds. */
  longestFrameMs: number
}

/** Opens a dashboard with one chart, draws a range over half of it, and waits for the answer to it. */
export async function measureZooming(page: Page, { base, id }: Opened): Promise<Zooming> {
  await page.goto(`${base}/dashboards/${id}`)
  const picture = page.locator('.chart-picture').first()
  await picture.locator('svg, canvas').first().waitFor()
  const box = (await picture.boundingBox())!
  const at = (part: number) => [box.x + box.width * part, box.y + box.height / 2] as const

  await page.evaluate(startFrames)
  for (let step = 0; step < STEPS; step++) await page.mouse.move(...at(0.1 + (0.8 * step) / STEPS))
  await page.mouse.move(...at(0.25))
  await page.mouse.down()
  for (let step = 0; step < STEPS; step++) await page.mouse.move(...at(0.25 + (0.5 * step) / STEPS))
  const moved = await page.evaluate(framesSoFar)
  await page.mouse.up()
  await page.waitForURL(/zoom=/)
  await page.waitForFunction(() => !document.querySelector('.panel-frame[data-stale]'))
  const all = await page.evaluate(framesSoFar)
  const [movedMs, allFrames] = [sum(moved), all]
  return {
    zoomFps: Math.round((moved.length / movedMs) * 1000),
    longestFrameMs: Math.round(Math.max(...allFrames)),
  }
}

type WithFrames = typeof globalThis & { frameTimes: number[] }

/** Runs in the page: notes the time between frames from now on. */
function startFrames(): void {
  const frames: number[] = []
  ;(globalThis as WithFrames).frameTimes = frames
  let last = performance.now()
  const next = (now: number) => {
    frames.push(now - last)
    last = now
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
}

/** Runs in the page. */
function framesSoFar(): number[] {
  return [...(globalThis as WithFrames).frameTimes]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
