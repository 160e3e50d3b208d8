import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Handler } from './http.ts'

/** What the server counts about itself, in the text format of Prometheus. Numbers only: nothing of any organization. */
export function makeServerMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'tachograph_http_request_seconds',
    help: 'Time to answer an HTTP request',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  })
  const jobs = new Counter({
    name: 'tachograph_ingested_jobs_total',
    help: 'Job events by what became of them',
    labelNames: ['outcome'],
    registers,
  })
  const sockets = new Gauge({ name: 'tachograph_sockets', help: 'Open WebSocket connections', registers })
  const route: Handler = async (_request, response) => {
    const text = await registry.metrics()
    response.writeHead(200, { 'Content-Type': registry.contentType }).end(text)
  }
  return { requests, jobs, sockets, route }
}

export type ServerMetrics = ReturnType<typeof makeServerMetrics>
