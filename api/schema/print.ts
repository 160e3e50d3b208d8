import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './index.ts'
import { permissionsPage } from './permissions-page.ts'

/** `npm run schema` writes these files from the code; with `--check` it fails when one of them differs. */
const files = {
  'api/schema.graphql': `${printSchema(lexicographicSortSchema(schema))}\n`,
  'docs/permissions.md': permissionsPage(),
}

for (const [name, text] of Object.entries(files)) {
  const path = join(import.meta.dirname, '../..', name)
  if (!process.argv.includes('--check')) await writeFile(path, text)
  else if ((await readFile(path, 'utf8').catch(() => null)) !== text) {
    console.error(`${name} is not what the code says. Run: npm run schema`)
    process.exitCode = 1
  }
}
