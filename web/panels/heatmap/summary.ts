import { exactValue } from '../../charts/value-format.ts'
import { formatCount } from '../../lib/format.ts'
import type { Grid } from './grid.ts'

/** A heatmap in words: how many cells have a value, and where the highest and the lowest ones are. */
export function heatmapSummary(grid: Grid, title: string): string {
  const cells = grid.rows.flatMap(({ label, values }) =>
    values.flatMap((value, x) => (value === null ? [] : [{ name: `${label}, ${grid.columns[x]?.name ?? ''}`, value }])),
  )
  const [first] = cells
  if (!first) return `${title}: ${grid.problem ?? 'no values in this range'}.`
  const highest = cells.reduce((best, one) => (one.value > best.value ? one : best), first)
  const lowest = cells.reduce((best, one) => (one.value < best.value ? one : best), first)
  const say = (word: string, { name, value }: typeof first): string =>
    `${word} ${exactValue(value, grid.unit)} at ${name}`
  const caption = grid.caption ? ` ${grid.caption}.` : ''
  return `${title}: ${formatCount(cells.length, 'value')} in ${formatCount(grid.rows.length, 'row')}, ${say('highest', highest)}, ${say('lowest', lowest)}.${caption}`
}
