import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../db/embedded.ts'

/** A database server to measure, and how to leave it. */
export interface Target {
  url: string
  close(): Promise<void>
}

/**
 * The server that is given, or else an embedded one: in `folder`, which is kept for the next time, or in a temporary one,
 * which is deleted afterwards.
 */
export async function openTarget(databaseUrl: string | null, folder: string | null): Promise<Target> {
  if (databaseUrl) return { url: databaseUrl, close: async () => {} }
  if (folder) await mkdir(folder, { recursive: true })
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'tachograph-benchmark-')))
  // As root the server runs as another user, who must be able to enter the folder.
  await chmod(data, 0o755)
  const server = await startEmbedded(data)
  return {
    url: server.url,
    async close() {
      await server.stop()
      if (!folder) await rm(data, { recursive: true, force: true })
    },
  }
}
