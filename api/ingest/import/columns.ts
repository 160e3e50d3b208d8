import { UserError } from '../../lib/user-error.ts'
import type { Mapping } from './mapping.ts'
import { didYouMean } from './did-you-mean.ts'
import { templateColumns } from './template.ts'

/** A column that a mapping reads, and where it says so. */
export interface UsedColumn {
  column: string
  /** Path in the mapping, such as `labels.team`. */
  place: string
  /** The file may lack it. */
  optional: boolean
}

/** Every column that the mapping reads, in the order of the mapping. */
export function usedColumns(mapping: Mapping): UsedColumn[] {
  const { labels, metrics, cost, ...rest } = mapping
  const sources: [string, unknown][] = [
    ...Object.entries(rest),
    ...Object.entries(labels).map(([name, source]): [string, unknown] => [`labels.${name}`, source]),
    ...Object.entries(metrics).map(([name, source]): [string, unknown] => [`metrics.${name}`, source]),
    ...Object.entries(cost ?? {}).map(([name, source]): [string, unknown] => [`cost.${name}`, source]),
  ]
  return sources.flatMap(([place, source]) => columnsOf(source).map((used) => ({ ...used, place })))
}

function columnsOf(source: unknown): Omit<UsedColumn, 'place'>[] {
  if (typeof source !== 'object' || source === null) return []
  const optional = 'optional' in source && source.optional === true
  const columns: string[] = []
  if ('column' in source && typeof source.column === 'string') columns.push(source.column)
  if ('template' in source && typeof source.template === 'string')
    columns.push(...(templateColumns(source.template) ?? []))
  if ('row' in source && Array.isArray(source.row)) columns.push(...source.row.map(String))
  return columns.map((column) => ({ column, optional }))
}

/**
 * Refuses a file that lacks a column of the mapping, with the name that was probably meant. `repeated` are names that
 * several columns have: reading one of them would be a guess.
 */
export function checkColumns(mapping: Mapping, columns: ReadonlySet<string>, repeated: ReadonlySet<string>) {
  const problems: string[] = []
  for (const { column, place, optional } of usedColumns(mapping)) {
    if (repeated.has(column))
      problems.push(`${place}: several columns of the file are called ${JSON.stringify(column)}`)
    if (columns.has(column) || optional) continue
    problems.push(`${place}: the file has no column ${JSON.stringify(column)}${didYouMean(column, columns)}`)
  }
  if (problems.length === 0) return
  const names = [...columns].map((column) => JSON.stringify(column)).join(', ')
  throw new UserError(
    `The mapping does not fit the file:\n${problems.map((problem) => `  ${problem}`).join('\n')}\n` +
      `The file has ${names === '' ? 'no columns' : names}. "optional": true in the mapping allows a column to be absent.`,
  )
}
