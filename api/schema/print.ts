import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './index.ts'

const file = join(import.meta.dirname, '../schema.graphql')

/** `npm run schema` writes `api/schema.graphql` from the code; with `--check` it fails when the two differ. */
const text = `${printSchema(lexicographicSortSchema(schema))}\n`
if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8')) !== text) {
    console.error('api/schema.graphql is not what the code says. Run: npm run schema')
    process.exitCode = 1
  }
} else {
  await writeFile(file, text)
}
