import ipaddr from 'ipaddr.js'
import { UserError } from './user-error.ts'

/**
 * Checks texts that name networks or single addresses: `10.0.0.0/8`, `192.0.2.7`, `2001:db8::/32`. Returns them as they are;
 * throws a UserError that names what is not one.
 */
export function readNetworks(name: string, texts: readonly string[]): string[] {
  for (const text of texts) {
    if (parseNetwork(text) === null) {
      throw new UserError(`${name} has "${text.slice(0, 60)}", which is no network: write 10.0.0.0/8 or 192.0.2.7.`)
    }
  }
  return [...texts]
}

/** Whether an address lies in one of the networks. An IPv4 address that arrives as IPv6 counts as what it is. */
export function isInNetworks(address: string | null, networks: readonly string[]): boolean {
  if (address === null || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return networks.some((text) => {
    const network = parseNetwork(text)
    return network !== null && network[0].kind() === parsed.kind() && parsed.match(network)
  })
}

/** Whether all addresses of a network lie in one of the networks. */
export function isNetworkIn(network: string, networks: readonly string[]): boolean {
  const inner = parseNetwork(network)
  return networks.some((text) => {
    const outer = parseNetwork(text)
    if (!inner || !outer || inner[0].kind() !== outer[0].kind()) return false
    return inner[1] >= outer[1] && inner[0].match(outer)
  })
}

function parseNetwork(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  try {
    // The library also reads "1" and "0x7f.1", which nobody means.
    const [base] = text.split('/')
    if (!text.includes(':') && !ipaddr.IPv4.isValidFourPartDecimal(base!)) return null
    if (text.includes('/')) return ipaddr.parseCIDR(text)
    const address = ipaddr.process(text)
    return [address, address.kind() === 'ipv4' ? 32 : 128]
  } catch {
    return null
  }
}
