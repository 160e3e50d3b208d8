import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * When a process began, as a text to compare, or null when there is no such process. A number alone does not name a
 * process: after a restart of the machine another one has it.
 *
 * A process that ended and that its parent has not collected yet (a zombie) counts as gone.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (!isSignallable(pid)) return null
  if (process.platform !== 'linux') return psField(pid, 'lstart')
  const [stat, boot] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
  ])
  if (stat === null) return null
  // The name, in brackets, may itself hold blanks and brackets. After it: field 3 (state) and so on; 22 is the start.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  return `${boot.trim()}/${fields[19]}`
}

/** The program and its arguments, or null when there is no such process or it is not ours to see. */
export async function commandLine(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return psField(pid, 'command')
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)
  return text === null ? null : text.replaceAll('\0', ' ')
}

/** Waits until a process is gone: true, or false when it is still there after `timeoutMs`. */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs
  while ((await processStart(pid)) !== null) {
    if (performance.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return true
}

function isSignallable(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It is there, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function psField(pid: number, field: string): Promise<string | null> {
  const { stdout } = await run('ps', ['-ww', '-o', `${field}=`, '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.trim() || null
}
