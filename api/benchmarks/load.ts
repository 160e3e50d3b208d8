import { Agent, request } from 'node:http'
import type { ServerProcess } from './server-process.ts'

interface Load {
  /** The body that is sent, as JSON. */
  body: string
  requests: number
  /** Requests under way at once. */
  atOnce: number
}

/** What it cost a server to answer. */
export interface Cost {
  /** Processor time for one request, in microseconds. */
  cpuUs: number
  requestsPerSecond: number
  /** The last answer. */
  text: string
}

/** Sends the same request again and again to /graphql on this machine, and takes the server's processor time. */
export async function measureLoad(server: ServerProcess, { body, requests, atOnce }: Load): Promise<Cost> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const send = sender(server, agent, body)
  const before = await server.cpuUs()
  const begun = performance.now()
  let left = requests
  let text = ''
  const worker = async () => {
    while (left-- > 0) text = await send()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const seconds = (performance.now() - begun) / 1000
  const cpuUs = ((await server.cpuUs()) - before) / requests
  agent.destroy()
  return { cpuUs, requestsPerSecond: requests / seconds, text }
}

/** Sends a body, and gives the text of the answer. Throws when it is not one of success. */
export function sender({ port, authorization }: ServerProcess, agent: Agent, body: string): () => Promise<string> {
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    ...(authorization && { Authorization: authorization }),
  }
  const options = { host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers, agent }
  return () =>
    new Promise((resolve, reject) => {
      const sent = request(options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          if (response.statusCode === 200 && !text.includes('"errors"')) resolve(text)
          else reject(new Error(`${response.statusCode}: ${text.slice(0, 500)}`))
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
}
