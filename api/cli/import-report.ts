import { JOB_STATUSES } from '../ingest/index.ts'
import type { ImportSummary } from '../ingest/import/index.ts'

/** The result of an import: a name and a number on each line, for people and for `awk`. */
export function importReport({ rows, accepted, unchanged, rejected, statuses }: ImportSummary): string {
  const numbers: [string, number][] = [
    ['rows', rows],
    ['accepted', accepted],
    ['unchanged', unchanged],
    ['rejected', rejected],
    ...JOB_STATUSES.flatMap((status): [string, number][] => {
      const count = statuses.get(status)
      return count === undefined ? [] : [[status, count]]
    }),
  ]
  const width = Math.max(...numbers.map(([, number]) => String(number).length))
  return numbers.map(([name, number]) => `${name.padEnd(10)} ${String(number).padStart(width)}\n`).join('')
}

/** The first jobs of a dry run, as JSON. What is missing is left out. */
export function importSample({ sample }: ImportSummary): string {
  const known = (_key: string, value: unknown) => (value === null ? undefined : value)
  return sample.map((job) => `${JSON.stringify(job, known, 2)}\n`).join('')
}

/** Where an import stands that did not reach the end of its file, and how to go on. */
export function howFar({ lastLine }: ImportSummary): string {
  if (lastLine === 0) return 'Stopped before the first rows were stored.'
  return (
    `Stopped after line ${lastLine}: the rows up to there are stored. To go on, import the same file again; ` +
    'what is stored already stays as it is.'
  )
}
