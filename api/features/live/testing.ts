import type { AnsweredTable, Cell } from '../metrics/index.ts'

/** A table with a dimension `pipeline` and a measure `count`, as the metric layer answers. */
export function testTable(rows: Cell[][], part: Partial<AnsweredTable> = {}): AnsweredTable {
  const column = { type: 'STRING', unit: 'NONE', alias: 'c', measure: null, isCompared: false } as const
  return {
    columns: [
      { ...column, name: 'pipeline', title: 'Pipeline', role: 'DIMENSION' },
      { ...column, name: 'count', title: 'Jobs', role: 'MEASURE' },
    ],
    rows,
    complete: rows.map(() => true),
    totalCount: rows.length,
    truncated: false,
    from: new Date('2026-11-01T00:00:00Z'),
    to: new Date('2026-11-02T00:00:00Z'),
    asOf: new Date('2026-11-03T00:00:00Z'),
    comparedFrom: null,
    comparedTo: null,
    timezone: 'UTC',
    explain: () => Promise.reject(new Error('Not asked for')),
    ...part,
  }
}
