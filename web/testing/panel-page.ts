import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { servePage } from '../../api/server/page.ts'

/** A page with nothing but panels on it, and the server that it comes from. */
export type PanelPage = { base: string; stop: () => Promise<void> }

/** Builds the page of `panels/` and serves it as the product's page is served: under the same content security policy. */
export async function panelPage(): Promise<PanelPage> {
  const folder = await mkdtemp(join(tmpdir(), 'panels-'))
  await build({
    root: join(import.meta.dirname, 'panels'),
    configFile: false,
    plugins: [react()],
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
  })
  const handle = servePage(folder)
  const server = createServer(
    (request, response) => void handle(request, response, new URL(request.url ?? '/', 'http://localhost')),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}
