import { between, pick, type Random } from './random.ts'

const HOSTS = ['node-07.internal', 'node-12.internal', 'worker-3a.internal', 'worker-9c.internal', 'gw-2.example.net']
const TABLES = ['orders', 'order_lines', 'customers', 'invoices', 'payments', 'shipments', 'ledger']
const FOLDERS = ['2024/q3', 'eu/batch', 'us/batch', 'checkout', 'billing', 'tmp']

/** What stands in a gap. Every error has its own numbers, ids and hosts, as real ones have. */
const GAPS: Record<string, (random: Random, at: number) => string> = {
  n: (random) => String(between(random, 2, 9999)),
  ms: (random) => String(between(random, 500, 60_000)),
  hex: (random) => hex(random, 8),
  uuid: (random) => [8, 4, 4, 4, 12].map((length) => hex(random, length)).join('-'),
  ip: (random) => `10.20.${between(random, 0, 9)}.${between(random, 2, 254)}`,
  host: (random) => pick(random, HOSTS),
  table: (random) => pick(random, TABLES),
  path: (random) => `${pick(random, FOLDERS)}/${hex(random, 6)}`,
  time: (_random, at) => new Date(at).toISOString(),
}

/**
 * Fills the gaps of an error text: `{n}` and `{ms}` a number, `{hex}` and `{uuid}` an id, `{ip}`, `{host}`, `{table}`,
 * `{path}`, and `{time}` the moment `at`. Throws a RangeError for a gap with another name.
 *
 * @example errorText('connect ETIMEDOUT {ip}:443', random, at) // 'connect ETIMEDOUT 10.20.4.17:443'
 */
export function errorText(template: string, random: Random, at: number): string {
  return template.replaceAll(/\{(\w+)\}/g, (_gap, name: string) => {
    const fill = GAPS[name]
    if (!fill) throw new RangeError(`The error text "${template}" has an unknown gap {${name}}`)
    return fill(random, at)
  })
}

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
}
