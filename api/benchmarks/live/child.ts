import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/** What a process of its own can be asked for, by name. */
type Calls = Record<string, (argument: never) => unknown>

/** A process of its own that answers calls of this kind. */
export interface Child<Of extends Calls> {
  /** Rejects when the call fails, or the process ends by itself. */
  call<Name extends keyof Of & string>(
    name: Name,
    argument: Parameters<Of[Name]>[0],
  ): Promise<Awaited<ReturnType<Of[Name]>>>
  isAlive(): boolean
  stop(): Promise<void>
}

type Answer = { number: number } & ({ value: unknown } | { error: string })

/** Starts a file of this folder in a process of its own, with a heap that can be collected at will. */
export function startChild<Of extends Calls>(file: string, args: readonly string[]): Child<Of> {
  const options = {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'] as ['ignore', 'ignore', 'inherit', 'ipc'],
  }
  const child = fork(join(import.meta.dirname, file), [...args], options)
  const waiting = new Map<number, (answer: Answer) => void>()
  let count = 0
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.on('message', (answer: Answer) => {
    waiting.get(answer.number)?.(answer)
    waiting.delete(answer.number)
  })
  const failed = ended.then(() => Promise.reject(new Error(`The process of ${file} ended by itself`)))
  failed.catch(() => {})
  return {
    async call(name, argument) {
      const number = ++count
      const answered = new Promise<Answer>((resolve) => waiting.set(number, resolve))
      child.send({ number, name, argument })
      const answer = await Promise.race([answered, failed])
      if ('error' in answer) throw new Error(answer.error)
      return answer.value as never
    },
    isAlive: () => isRunning(child),
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}

/** In the process itself: answers calls. */
export function answerCalls(calls: Calls): void {
  process.on('message', async ({ number, name, argument }: { number: number; name: string; argument: unknown }) => {
    try {
      process.send!({ number, value: await calls[name]!(argument as never) })
    } catch (error) {
      process.send!({ number, error: String(error) })
    }
  })
}

/** Processor time of this process so far, in microseconds. */
export function cpuUs(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** What is left in memory after a collection, in megabytes: the heap, and what lies beside it. */
export function memoryMb(): number {
  globalThis.gc!()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}
