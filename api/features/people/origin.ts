const LONGEST_AGENT = 300

/** Where a request came from, as a session shows it. */
export interface Origin {
  address: string | null
  /** What the browser says it is. */
  agent: string | null
}

/** The origin to keep: whatever stands in the header, it is text that can be stored. */
export function originOf(address: string | null, userAgent: string | undefined): Origin {
  const agent = userAgent?.replace(/[^\x20-\x7e]/g, '').slice(0, LONGEST_AGENT)
  return { address, agent: agent || null }
}
