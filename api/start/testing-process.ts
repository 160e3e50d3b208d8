import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

type Environment = Record<string, string>

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface Running {
  pid: number
  child: ChildProcess
  /** What it has written to stdout so far. */
  stdout(): string
  ended: Promise<Ended>
}

/** Starts `api/main.ts` or `api/cli.ts` with nothing in its environment but what is given. It is killed when the test ends. */
export function startProgram(name: 'main' | 'cli', args: string[], environment: Environment, input = ''): Running {
  const file = join(import.meta.dirname, '..', `${name}.ts`)
  // A process group of its own, like a terminal gives one to each command.
  const options = { env: { PATH: process.env.PATH, ...environment }, detached: true, cwd: '/' }
  const child = spawn(process.execPath, [file, ...args], options)
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin.on('error', () => {}).end(input)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk))
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })))
  return { pid: child.pid!, child, stdout: () => stdout, ended }
}

/** Runs `tachograph` to its end. */
export function runCommand(args: string[], environment: Environment, input?: string): Promise<Ended> {
  return startProgram('cli', args, environment, input).ended
}

/** Starts the server and waits until it says that it is ready. Throws with what it wrote when it ends instead. */
export async function startServer(environment: Environment): Promise<Running & { port: number }> {
  const server = startProgram('main', [], { PORT: '0', TACHOGRAPH_DEMO: 'off', ...environment })
  const failed = server.ended.then(({ stderr }) => {
    throw new Error(`the server did not start: ${stderr}`)
  })
  const ready = (async () => {
    while (!server.stdout().includes('Ctrl-C stops it.')) await new Promise((resolve) => setTimeout(resolve, 20))
  })()
  await Promise.race([ready, failed])
  failed.catch(() => {})
  return { ...server, port: Number(/http:\/\/localhost:(\d+)/.exec(server.stdout())?.[1]) }
}
