import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hardenedServer, type HardenedServer } from './testing-hardened.ts'

/** Requests to each route in each of the two rounds. docs/benchmarks.md has the figures of 5,000. */
const REQUESTS = Number(process.env['STRANGERS'] ?? 200)
const AT_ONCE = 20
/** Round two may keep so much more of the heap than round one: what is compiled, and what the runtime keeps for itself. */
const LEEWAY_BYTES = 3_000_000
/** Strangers come from so many addresses, so that the limit of requests a minute of one address is not all that answers. */
const ADDRESSES = 50

let server: HardenedServer
beforeAll(async () => void (server = await hardenedServer()))
afterAll(() => server.stop())

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
const collect = () => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

function ask(method: string, path: string, from: number) {
  const headers = {
    'X-Forwarded-For': `198.51.100.${from % ADDRESSES}`,
    'Content-Type': 'application/json',
    Authorization: 'Bearer tach_made-up',
    Cookie: 'tachograph_session=made-up',
  }
  return new Promise<number>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, method, path, headers, agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode!))
    })
    sent.once('error', reject).end(method === 'POST' ? '{"email": "a", "password": "b"}' : undefined)
  })
}

/** All requests of a round, and what they left behind. */
async function round(method: string, path: string) {
  const statuses = new Set<number>()
  let next = 0
  const one = async () => {
    while (next < REQUESTS) statuses.add(await ask(method, path, next++))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  agent.destroy()
  await sleep(100)
  collect()
  const { heapUsed, rss } = process.memoryUsage()
  return { statuses, heapUsed, rss, handles: process.getActiveResourcesInfo().length }
}

describe('strangers leave nothing behind', () => {
  test('at any route of the server', { timeout: 3_600_000 }, async () => {
    // The star of a route stands for anything; the page is what answers everywhere else.
    const routes = [...server.routes, 'GET /', 'GET /nothing', 'OPTIONS /graphql'].map((route) =>
      route.replace('*', '1/2'),
    )
    expect(routes.length).toBeGreaterThan(8)
    const open = process.getActiveResourcesInfo().length
    for (const route of routes) {
      const [method, path] = route.split(' ') as [string, string]
      const first = await round(method, path)
      const second = await round(method, path)
      const grown = second.heapUsed - first.heapUsed
      const kb = (bytes: number) => `${Math.round(bytes / 1024)} kB`
      const figures = `heap ${kb(grown)}, memory ${kb(second.rss - first.rss)}, handles ${second.handles - first.handles}`
      console.log(`${route}: ${[...second.statuses].join(' ')}; ${figures}`)
      expect(grown, route).toBeLessThan(LEEWAY_BYTES)
      expect(second.handles, route).toBeLessThanOrEqual(Math.max(open, first.handles) + 5)
      for (const status of second.statuses) expect(status, route).toBeLessThan(500)
    }
    expect(server.logged).toEqual([])
  })
})
