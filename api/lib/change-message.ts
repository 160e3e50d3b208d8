import { CHANGING, type Change } from './changes.ts'
import { MOST_IDS } from './coalesce-changes.ts'

const UUID_BYTES = 16

/** A change as the text of a notification: below PostgreSQL's limit of 8,000 bytes whatever it names. */
export function encodeChange(change: Change): string {
  const packed = change.ids && change.ids.length <= MOST_IDS ? packIds(change.ids) : null
  const { organizationId, dataset } = change
  return JSON.stringify([organizationId, dataset, change.from.getTime(), change.to.getTime(), packed])
}

/** The change that a notification tells of, or null when it is not one of ours. */
export function decodeChange(text: string): Change | null {
  try {
    const [organizationId, dataset, from, to, packed] = JSON.parse(text) as [
      number,
      string,
      number,
      number,
      string | null,
    ]
    const known = CHANGING.find((one) => one === dataset)
    if (!Number.isInteger(organizationId) || !known) return null
    const ids = typeof packed === 'string' ? unpackIds(packed) : null
    return { organizationId, dataset: known, from: new Date(from), to: new Date(to), ids }
  } catch {
    return null
  }
}

function packIds(ids: string[]): string {
  return Buffer.from(ids.join('').replaceAll('-', ''), 'hex').toString('base64url')
}

function unpackIds(packed: string): string[] {
  const bytes = Buffer.from(packed, 'base64url')
  const ids: string[] = []
  for (let start = 0; start + UUID_BYTES <= bytes.length; start += UUID_BYTES) {
    const hex = bytes.toString('hex', start, start + UUID_BYTES)
    ids.push(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  }
  return ids
}
