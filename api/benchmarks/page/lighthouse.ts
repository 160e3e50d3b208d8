import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'

/** It is no part of the product: the benchmark installs it into a folder of its own. */
const PACKAGE = 'lighthouse@13.5.0'

const reportShape = z.object({
  lhr: z.object({ audits: z.record(z.string(), z.object({ numericValue: z.number().optional() })) }),
})
type Run = (address: string, flags: Record<string, unknown>) => Promise<unknown>

/** Lighthouse, with its default mobile throttling, in the browser that listens on the port. */
export interface Lighthouse {
  /** Until the largest thing in the picture was painted, in milliseconds. */
  largestPaintMs(address: string, debugPort: number): Promise<number>
  remove(): Promise<void>
}

/** Installs it. Null, with a sentence about why, when that fails. */
export async function installLighthouse(say: (text: string) => void): Promise<Lighthouse | null> {
  const folder = await mkdtemp(join(tmpdir(), 'tachograph-lighthouse-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  await writeFile(join(folder, 'package.json'), '{"private": true, "type": "module"}')
  try {
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', PACKAGE]
    await promisify(execFile)('npm', args, { cwd: folder, timeout: 180_000 })
  } catch (error) {
    say(`skipped: Lighthouse could not be installed (${String(error).slice(0, 200)})`)
    await remove()
    return null
  }
  const main = pathToFileURL(join(folder, 'node_modules/lighthouse/core/index.js')).href
  const { default: run } = (await import(main)) as { default: Run }
  return {
    async largestPaintMs(address, debugPort) {
      // The session stays: without it the page asks to sign in.
      const flags = { port: debugPort, onlyAudits: ['largest-contentful-paint'], disableStorageReset: true }
      const { lhr } = reportShape.parse(await run(address, { ...flags, logLevel: 'error' }))
      const value = lhr.audits['largest-contentful-paint']?.numericValue
      if (value === undefined) throw new Error(`Lighthouse saw nothing painted on ${address}`)
      return Math.round(value)
    },
    remove,
  }
}
