import type { Cell } from './panel.ts'

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** The order of two known cells of a column: numbers by size, times by when, texts as people sort them ('run 9' before 'run 10'). */
export function compareCells(a: NonNullable<Cell>, b: NonNullable<Cell>): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}
