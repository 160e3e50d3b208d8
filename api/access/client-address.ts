import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'
import { isInNetworks } from '../lib/networks.ts'

/**
 * Where a request came from. A proxy is believed when its own address is in `proxies`: of the addresses that it passes on,
 * the last one that is not a proxy itself counts. What a stranger writes into the header counts for nothing.
 */
export function clientAddress(request: IncomingMessage, proxies: readonly string[]): string | null {
  let address = plain(request.socket.remoteAddress ?? '')
  if (proxies.length === 0) return address
  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',')
  while (isInNetworks(address, proxies)) {
    const before = plain(hops.pop() ?? '')
    if (before === null) break
    address = before
  }
  return address
}

/**
 * Whom a limit for unknown callers counts: an address, or the network of 64 bits of an IPv6 one, of which everybody who has
 * one has all.
 */
export function limitedAddress(address: string | null): string {
  if (address === null || !ipaddr.IPv6.isValid(address)) return address ?? 'unknown'
  const parts = ipaddr.IPv6.parse(address).parts.slice(0, 4)
  return `${parts.map((part) => part.toString(16)).join(':')}::/64`
}

/** The address in a text, without the port that some proxies add; null when there is none. ::ffff:10.0.0.1 is 10.0.0.1. */
function plain(text: string): string | null {
  if (isIPv4(text)) return text
  const bare = text.trim().replace(/^\[(.*)\](:\d+)?$|^([\d.]+):\d+$/, '$1$3')
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null
}
