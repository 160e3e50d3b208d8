import { createTransport } from 'nodemailer'
import type { Mailer } from '../lib/mailer.ts'

/** How long a mail server may take for each step, before the letter counts as not sent. */
const PATIENCE_MS = 10_000

interface Options {
  /** `smtp://user:password@host:587`, or `smtps://` */
  url: string
  /** Whom letters come from: an address, or `Name <address>`. */
  from: string
}

/** Sends letters through a mail server, over a connection for each: they are rare. */
export function smtpMailer({ url, from }: Options): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A letter is text of ours: nothing in it may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, html }) {
      // As an object it is one address, whatever stands in it.
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, html })
    },
  }
}
