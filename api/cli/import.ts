import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Command, Option } from 'commander'
import type { Sql } from '../db/client.ts'
import { findOrganization } from '../features/organizations/index.ts'
import * as imports from '../ingest/import/index.ts'
import { recordEvents, type JobEvent, type RecordResult } from '../ingest/index.ts'
import type { Changes } from '../lib/changes.ts'
import { UserError } from '../lib/user-error.ts'
import { openErrorsFile, type ErrorsFile } from './errors-file.ts'
import { howFar, importReport, importSample } from './import-report.ts'

/** What the command needs from the world. */
export interface ImportTools {
  /** Opens the database for as long as `run` takes. A dry run does not call it. */
  withDatabase<T>(run: (database: { sql: Sql; changes: Changes }) => Promise<T>): Promise<T>
  now: () => Date
  stdin: Readable
  stdout: { write(text: string): unknown }
  stderr: imports.Terminal
  /** Aborted by Ctrl-C: the import then ends after the batch that is being written. */
  signal: AbortSignal
  /** Tells the exit code: 0 when every row was taken, 1 when one was not, 130 after Ctrl-C. */
  exit(code: number): void
}

interface Options {
  map: string
  dryRun?: boolean
  organization?: string
  format?: imports.FileFormat
  errors?: string
}

type Write = (events: JobEvent[]) => Promise<RecordResult>

const GROUPS_SHOWN = 20
const HELP = `
FILE is CSV or NDJSON, may be gzipped, and may be - for standard input.
The mapping says which columns become what; docs/importing.md explains it.
Importing the same file again changes nothing.

Exit code: 0 when every row was taken, 1 when rows were rejected or the import
failed, 130 when Ctrl-C ended it.`

/** `tachograph import jobs FILE --map FILE`. The tools are made when it runs, because they change how Ctrl-C works. */
export function importCommand(makeTools: () => ImportTools): Command {
  const jobs = new Command('jobs')
    .description('import job runs from a file')
    .argument('<file>', 'CSV or NDJSON, also .gz; - for standard input')
    .requiredOption('--map <file>', 'mapping from columns to jobs (JSON)')
    .option('--dry-run', 'check everything, show the first three jobs, write nothing')
    .option('--organization <name>', 'whose jobs they are; needed where there are several organizations')
    .addOption(
      new Option('--format <format>', 'what the file is, when its name does not say').choices(imports.FILE_FORMATS),
    )
    .option('--errors <file>', 'write every rejected row there, one JSON object a line: {line, reason}')
    .addHelpText('after', HELP)
    .action((file: string, options: Options) => runImport(file, options, makeTools()))
  return new Command('import').description('import history from files').addCommand(jobs)
}

async function runImport(file: string, options: Options, tools: ImportTools) {
  const mapping = imports.parseMapping(await readMapping(options.map), options.map)
  const { stdin, signal } = tools
  const source = await imports.openRows(file, { mapping, format: options.format ?? null, stdin, signal })
  const errorsFile = options.errors === undefined ? null : openErrorsFile(options.errors, [file, options.map])
  try {
    const run = (write: Write) => importRows(mapping, source, { write, errorsFile, tools })
    if (options.dryRun) return report(await run(pretendToWrite), tools, true)
    const summary = await tools.withDatabase(async ({ sql, changes }) => {
      const organization = await findOrganization(sql, options.organization ?? null)
      return run((events) => recordEvents({ sql, changes }, organization.id, events))
    })
    report(summary, tools, false)
  } finally {
    errorsFile?.close()
  }
}

async function readMapping(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: Error) => {
    throw new UserError(`The mapping ${path} cannot be read: ${error.message}`)
  })
}

async function pretendToWrite(events: JobEvent[]): Promise<RecordResult> {
  return { accepted: events.length, unchanged: 0, rejected: 0, errors: [] }
}

interface Outlets {
  write: Write
  errorsFile: ErrorsFile | null
  tools: ImportTools
}

async function importRows(mapping: imports.Mapping, source: imports.RowSource, { write, errorsFile, tools }: Outlets) {
  const { now, signal, stderr } = tools
  const start = now().getTime()
  const progress = imports.showProgress(stderr, now)
  const groups = imports.rejectionGroups()
  signal.addEventListener('abort', () => stderr.write('\nStopping after the batch that is being written.\n'), {
    once: true,
  })
  const summary = await imports.importJobs({
    ...{ rows: source.rows, map: imports.rowMapper(mapping), write, now, signal },
    onBatch({ rows }, rejections) {
      errorsFile?.write(rejections)
      for (const rejection of rejections) groups.add(rejection)
      progress.show({ rows, bytes: source.bytesRead(), size: source.size })
    },
  })
  progress.clear()
  const seconds = (now().getTime() - start) / 1000
  const rate = seconds > 0 ? ` (${Math.round(summary.rows / seconds)} rows/s)` : ''
  stderr.write(`${summary.rows} rows of ${source.name} in ${seconds.toFixed(1)} s${rate}\n`)
  const reasons = groups.describe(GROUPS_SHOWN)
  if (reasons.length > 0) stderr.write(`Rejected:\n${reasons.map((reason) => `  ${reason}\n`).join('')}`)
  return summary
}

function report(summary: imports.ImportSummary, tools: ImportTools, isDryRun: boolean) {
  if (isDryRun) tools.stdout.write(importSample(summary))
  tools.stdout.write(importReport(summary))
  if (isDryRun) tools.stderr.write('Dry run: nothing was written. "accepted" counts what would be sent.\n')
  else if (summary.interrupted || summary.failure !== null) tools.stderr.write(`${howFar(summary)}\n`)
  if (summary.failure !== null) throw summary.failure
  tools.exit(summary.interrupted ? 130 : summary.rejected > 0 ? 1 : 0)
}
