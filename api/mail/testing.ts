import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A letter as it arrived. */
export interface Received {
  from: string
  to: string[]
  /** The whole letter, with its headers. */
  raw: string
}

/** A mail server on a port of its own that keeps what it gets. `refuse` makes it refuse everything. */
export async function testMailServer({ refuse = false } = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuse ? new Error('No such mailbox') : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        received.push({ from, to: rcptTo.map(({ address }) => address), raw: decode(Buffer.concat(chunks).toString()) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    /** The first link of the newest letter to an address. */
    async linkFor(address: string): Promise<string> {
      for (let attempt = 0; attempt < 100; attempt++) {
        const letter = received.findLast(({ to }) => to.includes(address))
        if (letter) return /https?:\/\/\S+/.exec(letter.raw)![0]
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error(`No letter came for ${address}`)
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** Quoted-printable, as long lines are sent. */
function decode(raw: string): string {
  return raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}
