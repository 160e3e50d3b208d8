import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.TACHOGRAPH_URL ?? 'http://localhost:4000'

/** The page is built into `web/dist`, which the server serves; in development the server stands behind a proxy. */
// The tool asks for a default export.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      // The host stays as the browser sent it: the server compares it with the page's origin.
      '/graphql': { target: server, ws: true, changeOrigin: false },
      '/auth': { target: server, changeOrigin: false },
      '/ingest': { target: server, changeOrigin: false },
    },
  },
})
