import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

/** How to sign in to the demo organization, and a key for its API. */
export interface DemoCredentials {
  email: string
  password: string
  key: string
}

const Stored = z.object({ email: z.string(), password: z.string(), key: z.string(), start: z.number() })

/**
 * The credentials that an earlier start kept in `<folder>/demo.json`. Null when there are none, when the file cannot be
 * read, or when they belong to another demo than the one first started at `start` (in another database).
 */
export async function readCredentials(folder: string, start: number): Promise<DemoCredentials | null> {
  const text = await readFile(join(folder, 'demo.json'), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const { start: storedStart, ...credentials } = Stored.parse(JSON.parse(text))
    return storedStart === start ? credentials : null
  } catch {
    return null
  }
}

/** Keeps the credentials where only the owner of the process can read them, so that every start can print them. */
export async function writeCredentials(folder: string, start: number, credentials: DemoCredentials): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = `${JSON.stringify({ ...credentials, start }, null, 2)}\n`
  // A new file each time: an existing one would keep its mode, and half of one would count as lost.
  const draft = join(folder, `demo.json.${process.pid}`)
  await writeFile(draft, text, { mode: 0o600 })
  await rename(draft, join(folder, 'demo.json'))
}
