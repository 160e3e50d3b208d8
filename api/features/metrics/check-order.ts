import { badInput } from '../../schema/errors.ts'
import { nearest, quoted } from '../../lib/nearest.ts'
import type { Column } from './columns.ts'
import type { AnswerKind, OrderInput } from './metric-query.ts'
import type { Order } from './plan.ts'

/**
 * The ordering by columns of the answer. In a series it ranks the keys by their totals, and points are oldest first: so
 * there `time` upwards says nothing new, and `time` downwards and compared measures are refused.
 */
export function checkOrder(kind: AnswerKind, orderBy: readonly OrderInput[], columns: readonly Column[]): Order[] {
  const orders = orderBy.map(({ by, direction }): Order => {
    return { column: findColumn(by, columns), direction: direction ?? 'DESC' }
  })
  const twice = orders.find(({ column }, index) => orders.findIndex((other) => other.column === column) !== index)
  if (twice) throw badInput(`The question orders by ${quoted(twice.column.name)} twice: once is enough.`)
  return kind === 'table' ? orders : orders.filter(ranksKeys)
}

function ranksKeys({ column, direction }: Order): boolean {
  if (column.role === 'TIME' && direction === 'DESC') {
    throw badInput('Points of a series are oldest first: leave out the order by "time", or ask for a table.')
  }
  if (column.isCompared) {
    throw badInput(
      `Series cannot be ordered by ${quoted(column.name)}: order by the measure itself, or ask for a table.`,
    )
  }
  return column.role !== 'TIME'
}

function findColumn(name: string, columns: readonly Column[]): Column {
  const found = columns.find((column) => column.name === name)
  if (found) return found
  const names = columns.map((column) => column.name)
  throw badInput(
    `The answer cannot be ordered by ${quoted(name)}: it has no such column. The nearest is "${nearest(name, names)}".`,
  )
}
