import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What other servers need. They are no part of the product: the benchmark installs them into a folder of its own. */
const PEERS = {
  mercuriusJit: {
    file: 'mercurius-jit.ts',
    packages: ['mercurius@16.10.1', 'fastify@5.12.8', 'graphql@16.15.0', 'graphql-jit@0.8.9', 'postgres@3.4.9'],
  },
  postgraphile: { file: 'postgraphile.ts', packages: ['postgraphile@5.1.5', 'graphql@16.15.0'] },
} as const
export type PeerName = keyof typeof PEERS
export const PEER_NAMES: readonly PeerName[] = ['mercuriusJit', 'postgraphile']

/** An installed peer: the server to start, and the folder with its packages. */
export interface Peer {
  file: string
  folder: string
  remove(): Promise<void>
}

/** Installs a peer. Null, with a sentence about why, when that fails. */
export async function installPeer(name: PeerName, say: (text: string) => void): Promise<Peer | null> {
  const { file, packages } = PEERS[name]
  const folder = await mkdtemp(join(tmpdir(), 'tachograph-peer-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  await writeFile(join(folder, 'package.json'), '{"private": true}')
  try {
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages]
    await promisify(execFile)('npm', args, { cwd: folder, timeout: 180_000 })
    return { file, folder, remove }
  } catch (error) {
    say(`skipped: the peer ${name} could not be installed (${String(error).slice(0, 200)})`)
    await remove()
    return null
  }
}
