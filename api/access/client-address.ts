import type { IncomingMessage } from 'node:http'
import { isInNetworks } from '../lib/networks.ts'

/**
 * Where a request came from. A proxy is believed when its own address is in `proxies`: of the addresses that it passes on,
 * the last one that is not a proxy itself counts. What a stranger writes into the header counts for nothing.
 */
export function clientAddress(request: IncomingMessage, proxies: readonly string[]): string | null {
  const direct = plain(request.socket.remoteAddress)
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => plain(part.trim()))
  const hops = [...forwarded.filter((part) => part !== null), direct]
  while (hops.length > 1 && isInNetworks(hops.at(-1) ?? null, proxies)) hops.pop()
  return hops.at(-1) ?? null
}

/** ::ffff:10.0.0.1 is 10.0.0.1. */
function plain(address: string | undefined): string | null {
  return address?.replace(/^::ffff:(?=\d+\.)/i, '') || null
}
