import { type Cost, measureLoad } from './load.ts'
import { median } from './measure.ts'
import { installPeer, PEER_NAMES, type PeerName } from './peers.ts'
import { startServer, type ServerProcess } from './server-process.ts'

const PING = '{ __typename }'
/** 50 jobs with the pipeline of each. */
const LIST = `{ jobs(first: 50) { nodes {
  id externalId status at queuedAt startedAt finishedAt durationMs trigger pipeline { id name }
} pageInfo { hasNextPage } } }`
const POSTGRAPHILE_LIST = (organizationId: number) => `{ allJobs(first: 50, orderBy: [AT_DESC, PRIMARY_KEY_DESC],
  condition: {organizationId: ${organizationId}}) { nodes {
  rowId externalId status at queuedAt startedAt finishedAt durationMs trigger pipelineByOrganizationIdAndPipelineId { key name }
} pageInfo { hasNextPage } } }`

/** As many as the servers have connections to the database. */
const AT_ONCE = 10
const ROUNDS = 7
const REQUESTS = { ping: 3_000, list: 800 }

/** What a server costs for one request. */
interface ServerCosts {
  pingCpuUs: number
  listCpuUs: number
  listRequestsPerSecond: number
}

interface Options {
  url: string
  organizationId: number
  say: (text: string) => void
}

/**
 * The processor time that servers take for the same two requests, each in a process of its own, in turns: ours, a plain one
 * with node:http and the driver, and the peers that could be installed.
 */
export async function measureServers({ url, organizationId, say }: Options) {
  const place = { url, organizationId }
  const servers = new Map<string, { server: ServerProcess; list: string }>()
  const leave: (() => Promise<void>)[] = []
  const start = async (name: string, file: string, list: string, folder?: string) => {
    const server = await startServer(file, { ...place, ...(folder && { folder }) })
    leave.unshift(server.stop)
    servers.set(name, { server, list })
  }
  try {
    await start('raw', 'raw.ts', LIST)
    await start('ours', 'ours.ts', LIST)
    for (const name of PEER_NAMES) {
      const peer = await installPeer(name, say)
      if (!peer) continue
      leave.unshift(peer.remove)
      await start(name, peer.file, listFor(name, organizationId), peer.folder).catch((error: unknown) =>
        say(`skipped: the peer ${name} did not start (${String(error).slice(0, 200)})`),
      )
    }
    const costs = await measureInTurns(servers, say)
    return summarize(costs)
  } finally {
    for (const end of leave) await end()
  }
}

function listFor(name: PeerName, organizationId: number): string {
  return name === 'postgraphile' ? POSTGRAPHILE_LIST(organizationId) : LIST
}

type Samples = Map<string, { ping: Cost[]; list: Cost[] }>

async function measureInTurns(servers: Map<string, { server: ServerProcess; list: string }>, say: Options['say']) {
  const samples: Samples = new Map([...servers.keys()].map((name) => [name, { ping: [], list: [] }]))
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, { server, list }] of servers) {
      const ask = (query: string, requests: number) =>
        measureLoad(server, { body: JSON.stringify({ query }), requests, atOnce: AT_ONCE })
      const ping = await ask(PING, REQUESTS.ping)
      const page = await ask(list, REQUESTS.list)
      // The first round warms up.
      if (round === 0) continue
      samples.get(name)!.ping.push(ping)
      samples.get(name)!.list.push(page)
      say(`${name.padEnd(16)} ping ${ping.cpuUs.toFixed(0)} us, list ${page.cpuUs.toFixed(0)} us a request`)
    }
  }
  return new Map([...samples].map(([name, { ping, list }]) => [name, costsOf(ping, list)]))
}

function costsOf(ping: Cost[], list: Cost[]): ServerCosts {
  return {
    pingCpuUs: median(ping.map(({ cpuUs }) => cpuUs)),
    listCpuUs: median(list.map(({ cpuUs }) => cpuUs)),
    listRequestsPerSecond: Math.round(median(list.map(({ requestsPerSecond }) => requestsPerSecond))),
  }
}

/** Ratios to the plain server. */
function summarize(costs: Map<string, ServerCosts>) {
  const raw = costs.get('raw')!
  const ratio = (cost: number, plain: number) => Number((cost / plain).toFixed(2))
  const all = [...costs].map(([name, cost]) => {
    const ratios = {
      listCpuRatio: ratio(cost.listCpuUs, raw.listCpuUs),
      pingCpuRatio: ratio(cost.pingCpuUs, raw.pingCpuUs),
    }
    const rounded = { listCpuUs: Math.round(cost.listCpuUs), pingCpuUs: Math.round(cost.pingCpuUs) }
    return [name, { ...ratios, ...rounded, listRequestsPerSecond: cost.listRequestsPerSecond }] as const
  })
  const { ours, ...peers } = Object.fromEntries(all)
  return { ours: ours!, peers }
}
