import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../../lib/error-code.ts'
import { UserError } from '../../lib/user-error.ts'
import type { Place } from './place.ts'
import { runProgram, type Identity } from './run-program.ts'

/** The role that owns everything in it. */
export const ROLE = 'tachograph'
const UNFINISHED = 'unfinished-'

/**
 * Makes the database cluster when there is none. It is made under another name and renamed when it is whole: a start that
 * was interrupted leaves nothing that a later one would stumble over.
 *
 * The order and case of texts come from PostgreSQL itself (C.UTF-8), the same on every machine: `lower('Ä')` is 'ä', and
 * an upgrade of the operating system cannot corrupt an index.
 */
export async function ensureCluster(place: Place, initdb: string, identity: Identity, quick: boolean): Promise<void> {
  if (await hasCluster(place)) return
  await removeUnfinished(place)
  // A name of its own: the initdb of a start that was killed may still be writing to the one before.
  const unfinished = join(place.folder, `${UNFINISHED}${randomBytes(4).toString('hex')}`)
  const passwordForInit = `${unfinished}-password`
  const password = randomBytes(24).toString('base64url')
  try {
    await mkdir(unfinished, { mode: 0o700 })
    await give(unfinished, identity)
    await writeFile(passwordForInit, password, { mode: 0o600, flag: 'wx' })
    await give(passwordForInit, identity)
    const flags = ['--auth=scram-sha-256', `--username=${ROLE}`, `--pwfile=${passwordForInit}`, '--no-instructions']
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const args = ['-D', unfinished, ...flags, ...locale, ...(quick ? ['--no-sync'] : [])]
    const { ok, output } = await runProgram(initdb, args, identity)
    if (!ok) throw cannotMake(place, output.split('\n').findLast((line) => line.includes('error')) ?? output)
    // The password first: a cluster without its password could never be opened.
    await rm(place.passwordFile, { force: true })
    await writeFile(place.passwordFile, password, { mode: 0o600 })
    await rename(unfinished, place.data)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {})
    if (error instanceof UserError) throw error
    throw cannotMake(place, errorCode(error) ?? String(error))
  } finally {
    await rm(passwordForInit, { force: true }).catch(() => {})
  }
}

async function removeUnfinished(place: Place) {
  const names = (await readdir(place.folder)).filter((name) => name.startsWith(UNFINISHED))
  for (const name of names) await rm(join(place.folder, name), { recursive: true, force: true }).catch(() => {})
}

/** Whether there is a cluster. A folder in its place that is something else is refused. */
export async function hasCluster(place: Place): Promise<boolean> {
  const found = await stat(join(place.data, 'PG_VERSION')).catch((error: unknown) => errorCode(error))
  if (found === 'ENOENT') return false
  if (typeof found === 'object' && found !== null) return true
  throw new UserError(`The database in ${place.data} cannot be read (${found}). Is it another user's?`)
}

/** The password of the role. It is kept in a file that only its owner can read. */
export async function readPassword(place: Place): Promise<string> {
  try {
    return (await readFile(place.passwordFile, 'utf8')).trim()
  } catch (error) {
    throw new UserError(
      `The password of the database in ${place.data} cannot be read from ${place.passwordFile} (${errorCode(error)}). ` +
        'Are you the user who started it?',
      { cause: error },
    )
  }
}

async function give(path: string, { uid, gid }: Identity) {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

function cannotMake(place: Place, reason: string): UserError {
  return new UserError(`The database could not be made in ${place.data}: ${reason.replace(/^initdb: error: /, '')}`)
}
