import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { formatDocument, gql, stringifyDocument } from '@urql/core'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env.TACHOGRAPH_URL ?? 'http://localhost:4000'
const output = join(import.meta.dirname, 'dist')

/** The page is built into `web/dist`, which the server serves; in development the server stands behind a proxy. */
// The tool asks for a default export.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [documents(), react(), operations(), compressed()],
  build: {
    outDir: output,
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

/**
 * Puts each GraphQL document where it is asked for. The function `graphql` looks it up by its text in a list of them all, so every
 * page would load the documents of all others.
 */
function documents(): Plugin {
  let made: Record<string, unknown> = {}
  return {
    name: 'documents',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      made = await import(join(import.meta.dirname, 'gql/graphql.ts'))
    },
    transform: {
      filter: { id: { include: /[.]tsx?$/, exclude: /[\\/](node_modules|web[\\/]gql)[\\/]/ }, code: 'graphql(`' },
      handler: (code) =>
        code.replace(/\bgraphql\(`([^`]*)`\)/g, (_, text: string) => {
          const [, kind, name] = /(query|mutation|subscription|fragment)\s+(\w+)/.exec(text) ?? []
          const document = made[`${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`]
          if (!document) throw new Error(`There is no document for ${text}. Run: npm run codegen`)
          return `(${JSON.stringify(document)})`
        }),
    },
  }
}

/**
 * Writes the operations of the page beside it, by their hash, for the server: a session may run no others. They are the texts
 * that the page's client would send, which asks for `__typename` everywhere.
 */
function operations(): Plugin {
  return {
    name: 'operations',
    apply: 'build',
    async generateBundle() {
      const written = await readFile(join(import.meta.dirname, 'gql/persisted-documents.json'), 'utf8')
      const texts = Object.entries<string>(JSON.parse(written))
      const sent = texts.map(([hash, text]) => [hash, stringifyDocument(formatDocument(gql(text)))])
      const source = JSON.stringify(Object.fromEntries(sent), null, 2)
      this.emitFile({ type: 'asset', fileName: 'operations.json', source })
    },
  }
}

/** Writes `x.gz` and `x.br` beside each text file of the build: the server sends them as they are, a third of the size. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async closeBundle() {
      const names = await readdir(output, { recursive: true })
      const texts = names.filter((name) => /[.](js|css|html|svg)$/.test(name)).map((name) => join(output, name))
      await Promise.all(texts.map(compress))
    },
  }
}

async function compress(path: string): Promise<void> {
  const text = await readFile(path)
  await writeFile(`${path}.gz`, await promisify(gzip)(text))
  await writeFile(`${path}.br`, await promisify(brotliCompress)(text))
}
