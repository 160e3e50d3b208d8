import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a measured server tells whoever started it, and how it is asked for its processor time. */
export interface Announcement {
  port: number
  /** What to send as `Authorization`; null: nothing. */
  authorization: string | null
}

/** Serves one way of answering on a free port. */
export async function serve(listener: RequestListener): Promise<void> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  announce({ port: (server.address() as AddressInfo).port, authorization: null })
}

/** Tells the benchmark that it can begin, and from then on how much processor time this process has used. */
export function announce(announcement: Announcement): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send!({ cpuUs: user + system })
  })
  process.send!(announcement)
}

/** What a measured server is started with; `folder` has the packages of a peer. */
export function readTarget(): { url: string; organizationId: number; folder: string } {
  const [url = '', organization, folder = ''] = process.argv.slice(2)
  return { url, organizationId: Number(organization), folder }
}
