import { spawn } from 'node:child_process'
import { errorCode } from '../../lib/error-code.ts'
import { UserError } from '../../lib/user-error.ts'

/** As whom the programs of PostgreSQL run. Without numbers: as ourselves. */
export interface Identity {
  name: string
  uid?: number
  gid?: number
}

/** The numbers to hand to `spawn`: only when they are another user's. */
export function spawnIdentity({ uid, gid }: Identity): { uid?: number; gid?: number } {
  return uid === undefined || gid === undefined ? {} : { uid, gid }
}

/**
 * Runs a program to its end and returns what it wrote. It has a process group of its own, so that Ctrl-C in the terminal
 * reaches us alone, and starts in `/`, because the current folder may be closed to the other user.
 */
export function runProgram(
  program: string,
  args: string[],
  identity: Identity,
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve, reject) => {
    const options = { cwd: '/', detached: true, ...spawnIdentity(identity) }
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('close', (code) => resolve({ ok: code === 0, output: output.trim() }))
    child.on('error', (error) => {
      if (errorCode(error) === 'EPERM') reject(cannotSwitch(identity))
      // The other user may not see it or not run it.
      else resolve({ ok: false, output: error.message })
    })
  })
}

function cannotSwitch(identity: Identity): UserError {
  return new UserError(
    `PostgreSQL refuses to run as root, and running it as the user ${identity.name} is not permitted here. ` +
      'Start Tachograph as an ordinary user, or set DATABASE_URL to a database server.',
  )
}
