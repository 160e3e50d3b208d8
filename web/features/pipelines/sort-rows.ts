import type { PipelineRow } from './pipelines-shape.ts'

/** The columns by which the list can be ordered. */
export const sortColumns = ['name', 'last', 'jobs', 'failures', 'run'] as const

/** One of `sortColumns`. */
export type SortColumn = (typeof sortColumns)[number]

/** An order: names begin with A, everything else with what is newest, most, or longest. */
export interface Order {
  by: SortColumn
  direction: 'asc' | 'desc'
}

/** The order that an address asks for. */
export function orderOf(search: { sort?: SortColumn; direction?: 'asc' | 'desc' }): Order {
  const by = search.sort ?? 'name'
  return { by, direction: search.direction ?? firstDirection(by) }
}

/** What the address says after a heading was pressed: the same column turns round. The usual order needs no words. */
export function pressHeading(order: Order, by: SortColumn): { sort?: SortColumn; direction?: 'asc' | 'desc' } {
  const usual = firstDirection(by)
  const direction = order.by === by ? (order.direction === 'asc' ? 'desc' : 'asc') : usual
  return { sort: by === 'name' ? undefined : by, direction: direction === usual ? undefined : direction }
}

/** The rows in order, as a new list. What is missing comes last whichever way; ties are in order of the name. */
export function sortRows(rows: readonly PipelineRow[], { by, direction }: Order): PipelineRow[] {
  const sign = direction === 'asc' ? 1 : -1
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a, by), valueOf(b, by)]
    if (left === null || right === null) {
      return left === right ? byName(a, b) : left === null ? 1 : -1
    }
    const difference = typeof left === 'string' ? collator.compare(left, String(right)) : left - Number(right)
    return difference === 0 ? byName(a, b) : sign * difference
  })
}

const firstDirection = (by: SortColumn): 'asc' | 'desc' => (by === 'name' ? 'asc' : 'desc')

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const byName = (a: PipelineRow, b: PipelineRow): number => collator.compare(a.name, b.name)

function valueOf(row: PipelineRow, by: SortColumn): string | number | null {
  if (by === 'name') return row.name
  if (by === 'last') return row.lastJob ? Date.parse(row.lastJob.at) : null
  if (by === 'jobs') return row.jobs
  return by === 'failures' ? row.failureRate : row.durationP95
}
