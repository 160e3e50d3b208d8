import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { errorCode } from '../lib/error-code.ts'

/**
 * The secrets of this installation: those of the configuration, or else one that is made at the first start and kept in
 * `<data directory>/secret`, where only the owner of the process can read it. Commands beside a server find the same one.
 */
export async function openSecrets({ secrets, dataDirectory }: Pick<Config, 'secrets' | 'dataDirectory'>) {
  if (secrets) return secrets
  const file = join(dataDirectory, 'secret')
  const kept = await readFile(file, 'utf8').catch(ifMissing)
  if (kept) return [kept.trim()]
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  await writeFile(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 })
  // Of several that start at once, the first one's is kept: a link does not replace.
  await link(draft, file).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error
  })
  await rm(draft)
  return [(await readFile(file, 'utf8')).trim()]
}

function ifMissing(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null
  throw error
}
