import type { JobStatus } from '../job-event.ts'
import { isTimeField, type TimeField, type TimeSource } from './mapping.ts'
import { parseNumber } from './read-number.ts'
import { onlyWhen, plainReader, type Reader } from './read-text.ts'
import { columnText, quoted, RowProblem, type Reading, type Row } from './row.ts'
import { timeReader } from './time-format.ts'

type Times = { [Field in TimeField]?: TimeSource | undefined }
type Readers = Partial<Record<TimeField, Reader<Date>>>

const UNIT_MS = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000, hms: 1000 }
const HMS = /^(\d+):([0-5]\d):([0-5]\d(?:\.\d+)?)$/

/**
 * The readers of the three times. A time that counts from another one is missing where the other is missing. The mapping
 * has no circles: it was checked.
 */
export function timeReaders(times: Times, reading: Reading): Readers {
  const readers: Readers = {}
  for (const [field, source] of Object.entries(times)) {
    if (source !== undefined && isTimeField(field))
      readers[field] = onlyWhen(source.when, sourceReader(source, readers, reading))
  }
  return readers
}

function sourceReader(source: TimeSource, readers: Readers, reading: Reading): Reader<Date> {
  const base = source.after ?? source.before
  if (base === undefined) return clockReader(source, reading)
  const sign = source.after === undefined ? -1 : 1
  const fixed = isTimeField(base) ? null : new Date(base)
  return (row, status) => {
    const from = isTimeField(base) ? named(base, readers, row, status) : fixed
    const duration = durationMs(source, row, reading)
    return from === null || duration === null ? null : checkedDate(from.getTime() + sign * duration)
  }
}

function named(base: TimeField, readers: Readers, row: Row, status: JobStatus | null): Date | null {
  return readers[base]?.(row, status) ?? null
}

function clockReader(source: TimeSource, reading: Reading): Reader<Date> {
  if (typeof source.value === 'string') {
    const fixed = new Date(source.value)
    return () => fixed
  }
  const { column, template, format = 'iso' } = source
  const textOf = plainReader({ column, template }, reading)
  const parse = timeReader(format, source.timezone ?? reading.timezone)
  const where = column === undefined ? '' : ` (column ${quoted(column)})`
  return (row) => {
    const text = textOf(row)
    if (text === null) return null
    const ms = parse(text)
    if (ms !== null) return checkedDate(ms)
    throw new RowProblem(`${quoted(text)} is not a time in the format ${quoted(format)}${where}`)
  }
}

function durationMs(source: TimeSource, row: Row, reading: Reading): number | null {
  const unit = source.unit ?? 's'
  if (typeof source.value === 'number') return source.value * UNIT_MS[unit]
  const text = columnText(row, source.column ?? '', reading)
  if (text === null) return null
  const amount = unit === 'hms' ? hmsSeconds(text) : parseNumber(text, reading.decimal)
  if (amount !== null && amount >= 0) return Math.round(amount * UNIT_MS[unit])
  const expected = unit === 'hms' ? 'such as 1:02:03' : `in ${unit}`
  throw new RowProblem(`${quoted(text)} is not a duration ${expected} from 0 up`)
}

function hmsSeconds(text: string): number | null {
  const [, hours, minutes, seconds] = HMS.exec(text) ?? []
  return hours === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** Beyond 275760-09-13 JavaScript has no dates. */
function checkedDate(ms: number): Date {
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) throw new RowProblem(`${ms} ms since 1970 is no time`)
  return date
}
