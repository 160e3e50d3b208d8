/** A letter to one person. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
}

/** Sends letters. Rejects when the mail server cannot be reached or refuses. */
export interface Mailer {
  send(mail: Mail): Promise<void>
}
