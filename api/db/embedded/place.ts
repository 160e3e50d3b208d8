import { randomBytes } from 'node:crypto'
import { access, chmod, chown, constants, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { errorCode } from '../../lib/error-code.ts'
import { UserError } from '../../lib/user-error.ts'
import { userName } from './identity.ts'
import { runProgram, type Identity } from './run-program.ts'

/** Where the files of an embedded server are. */
export interface Place {
  /** The folder that the configuration names. */
  named: string
  /** The folder that has the files: the same one, or another where PostgreSQL's user cannot enter that one. */
  folder: string
  /** The other one was chosen just now. */
  isNew: boolean
  /** PostgreSQL's own data folder. */
  data: string
  passwordFile: string
  lockFile: string
  logFile: string
}

/** In a data folder without data: says in which folder they are. */
const POINTER = 'postgres-is-in'

/** Finds the files that belong to a data folder, whether there are any yet or not. Makes nothing. */
export async function findPlace(named: string): Promise<Place> {
  const pointer = await readFile(join(named, POINTER), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null
    throw cannotUse(named, error)
  })
  return placeIn(named, pointer?.trim() || named)
}

/** Makes the folder when it is not there, and chooses another one for the data when `identity` cannot reach it. */
export async function preparePlace(named: string, identity: Identity, publicFolder: string): Promise<Place> {
  const place = await findPlace(named)
  await refuseForeign(place)
  await makeFolder(named, identity)
  if (identity.uid === undefined) return place
  if (await exists(place.data)) {
    if (await canEnter(place.data, identity)) return place
    throw new UserError(
      `PostgreSQL runs here as the user ${identity.name}, who cannot enter ${place.data}. Move the data folder to where ` +
        'others may enter, or let them enter the folders above it (chmod o+x).',
    )
  }
  if (place.folder !== named || (await canKeepFiles(place.folder, identity))) return place
  return elsewhere(named, publicFolder)
}

function placeIn(named: string, folder: string): Place {
  return {
    named,
    folder,
    isNew: false,
    data: join(folder, 'postgres'),
    passwordFile: join(folder, 'postgres-password'),
    lockFile: join(folder, 'lock'),
    logFile: join(folder, 'postgres.log'),
  }
}

async function makeFolder(folder: string, identity: Identity) {
  try {
    const made = await mkdir(folder, { recursive: true, mode: 0o755 })
    // The umask may have closed it to the user as whom the server runs.
    if (made && identity.uid !== undefined) await chmod(folder, 0o755)
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw cannotUse(folder, error)
  }
}

/** An ordinary user finds files of another one where the server was first started by root. */
async function refuseForeign(place: Place) {
  const uid = process.getuid?.()
  if (uid === undefined || uid === 0) return
  for (const path of [place.data, place.passwordFile]) {
    const owner = await ownerOf(path)
    if (owner === null || owner === uid) continue
    const folders = [...new Set([place.named, place.folder])].join(' ')
    throw new UserError(
      `The database in ${place.folder} belongs to the user ${await userName(owner)}, as it was first started by root or by ` +
        `another user. Start it as that user again, or make it yours: sudo chown -R ${await userName(uid)} ${folders}`,
    )
  }
}

/** A folder of its own below `publicFolder`, which the pointer in `named` leads to from now on. */
async function elsewhere(named: string, publicFolder: string): Promise<Place> {
  const owner = basename(dirname(named)).replaceAll(/[^\w.-]/g, '') || 'data'
  const folder = join(publicFolder, `${owner}-${randomBytes(4).toString('hex')}`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    for (const path of [publicFolder, folder]) await chmod(path, 0o755)
    await writeFile(join(folder, 'belongs-to'), `${named}\n`)
    await writeFile(join(named, POINTER), `${folder}\n`, { flag: 'wx' })
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => {})
    // Another process that started at the same moment chose first.
    if (errorCode(error) === 'EEXIST') return findPlace(named)
    throw new UserError(
      `PostgreSQL's user cannot enter ${named}, and ${publicFolder} cannot be used instead (${errorCode(error)}). Set ` +
        'TACHOGRAPH_DATA_DIR to a folder that others may enter, or DATABASE_URL to a database server.',
      { cause: error },
    )
  }
  return { ...placeIn(named, folder), isNew: true }
}

/** Tried, not computed: access lists, mounts and name spaces all have a say. */
async function canKeepFiles(folder: string, identity: Identity): Promise<boolean> {
  const probe = join(folder, `probe-${randomBytes(4).toString('hex')}`)
  try {
    await mkdir(probe, { mode: 0o700 })
    await chown(probe, identity.uid ?? -1, identity.gid ?? -1)
    const file = join(probe, 'file')
    return (await runProgram('/bin/sh', ['-c', ': > "$0"', file], identity)).ok
  } catch (error) {
    if (error instanceof UserError) throw error
    return false
  } finally {
    await rm(probe, { recursive: true, force: true }).catch(() => {})
  }
}

async function canEnter(folder: string, identity: Identity): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', 'cd "$0"', folder], identity)).ok
}

async function exists(path: string): Promise<boolean> {
  return (await ownerOf(path)) !== null
}

async function ownerOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null)
  return found && found.uid
}

function cannotUse(folder: string, error: unknown): UserError {
  const reason = { EACCES: 'permission denied', EPERM: 'permission denied', EROFS: 'the file system is read-only' }
  const code = errorCode(error) ?? 'unknown error'
  const said = Object.entries(reason).find(([name]) => name === code)?.[1]
  const notFolder = code === 'EEXIST' || code === 'ENOTDIR' ? 'it is a file' : null
  return new UserError(
    `The data folder ${folder} cannot be used (${said ?? notFolder ?? code}). Set TACHOGRAPH_DATA_DIR to a folder that ` +
      'you may write to, or DATABASE_URL to a database server.',
    { cause: error },
  )
}
