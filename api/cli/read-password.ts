import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { UserError } from '../lib/user-error.ts'

/**
 * Reads a new password: the first line of the standard input, or, in a terminal, by asking twice without showing it. Throws
 * a UserError when there is nobody to ask or when the two differ.
 */
export async function readNewPassword(fromInput: boolean): Promise<string> {
  if (fromInput) return readFirstLine()
  if (!process.stdin.isTTY) {
    throw new UserError('There is no terminal to ask for the password in: pass it with --password-stdin.')
  }
  const first = await ask('Password: ')
  const second = await ask('The same again: ')
  if (first !== second) throw new UserError('The two passwords differ. Nothing was made.')
  return first
}

async function readFirstLine(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  const [line = ''] = Buffer.concat(chunks).toString('utf8').split(/\r?\n/)
  if (line === '') throw new UserError('The standard input has no password in its first line.')
  return line
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  const interrupted = new Promise<never>((_resolve, reject) => {
    terminal.once('SIGINT', () => reject(new UserError('Stopped. Nothing was made.')))
    terminal.once('close', () => reject(new UserError('Stopped. Nothing was made.')))
  })
  try {
    return await Promise.race([terminal.question(''), interrupted])
  } finally {
    interrupted.catch(() => {})
    terminal.close()
    process.stderr.write('\n')
  }
}
