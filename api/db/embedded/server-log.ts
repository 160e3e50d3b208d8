import { copyFile, open, rm, stat, truncate } from 'node:fs/promises'

const MOST_BYTES = 5 * 2 ** 20

/**
 * Keeps the server's log from growing without end: when it is large it becomes `<file>.1`, in place of the one before. The
 * file is emptied, not replaced, because the server keeps it open (in append mode).
 */
export async function keepLogSmall(file: string, mostBytes = MOST_BYTES): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size <= mostBytes) return
  // It may be another user's, who started the server before.
  await rm(`${file}.1`, { force: true })
  await copyFile(file, `${file}.1`)
  await truncate(file, 0)
}

/** What was written to the log after its first `offset` bytes: "" when there is nothing. At most 64 KB of it. */
export async function readLogFrom(file: string, offset: number): Promise<string> {
  const handle = await open(file, 'r').catch(() => null)
  if (!handle) return ''
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(65536), position: offset })
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The reason in a piece of log: its last fatal line without time and process, or its last line, or null when it is empty. */
export function lastReason(log: string): string | null {
  const lines = log.split('\n').filter((line) => line.trim() !== '')
  const fatal = lines.findLast((line) => /\b(FATAL|PANIC):/.test(line)) ?? lines.at(-1)
  if (!fatal) return null
  const detail = lines.slice(lines.indexOf(fatal) + 1).find((line) => /\bDETAIL:/.test(line))
  return [fatal, detail].flatMap((line) => (line ? [line.replace(/^.*?\b[A-Z]+:\s*/, '').trim()] : [])).join(': ')
}
