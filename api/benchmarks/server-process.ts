import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Announcement } from './servers/serve.ts'

/** A server in a process of its own. */
export interface ServerProcess extends Announcement {
  /** Processor time that it has used so far, in microseconds. */
  cpuUs(): Promise<number>
  stop(): Promise<void>
}

interface Place {
  url: string
  organizationId: number
  /** Of the packages of a peer. */
  folder?: string
}

/** Starts one of `servers/` in a process of its own, and waits until it listens. */
export async function startServer(file: string, { url, organizationId, folder = '' }: Place): Promise<ServerProcess> {
  const path = join(import.meta.dirname, 'servers', file)
  const child = fork(path, [url, String(organizationId), folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const gone = once(child, 'exit')
  const answer = async <T>(): Promise<T> => {
    const ended = gone.then(() => {
      throw new Error(`The server ${file} ended by itself`)
    })
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [T]
    return message
  }
  const announcement = await answer<Announcement>()
  return {
    ...announcement,
    async cpuUs() {
      child.send('cpu')
      return (await answer<{ cpuUs: number }>()).cpuUs
    },
    async stop() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
