import type { Unit } from '../../charts/chart.ts'
import { exactValue } from '../../charts/value-format.ts'
import { formatCount } from '../../lib/format.ts'
import { colourKey, keyLabel, statusOf, type KeyPart } from '../keys.ts'
import type { TableAnswer } from '../panel.ts'
import { keyIn, numberIn, shapeOf } from '../table-shape.ts'
import type { StatusName } from '../../charts/palette.ts'

/** A key with its two values, and a third one for its size. */
export type Dot = {
  label: string
  key: readonly KeyPart[]
  colourKey: string
  status?: StatusName
  x: number
  y: number
  /** Null: all dots are of one size. */
  size: number | null
}

/** A measure of a picture. */
export type Axis = { title: string; unit: Unit }

/** Dots with their measures. `leftOut`: keys without one of the two values. */
export type Dots = { dots: readonly Dot[]; x: Axis; y: Axis; size: Axis | null; leftOut: number }

/** A dot for each row that has both values: the first measure to the right, the second one up, the third one as the size. */
export function toDots(answer: TableAnswer): Dots {
  const { dimensions, measures } = shapeOf(answer)
  const [x, y, size] = measures
  const dots = answer.rows.flatMap((row): Dot[] => {
    const [right, up] = [numberIn(row, x), numberIn(row, y)]
    if (right === null || up === null) return []
    const key = keyIn(row, dimensions)
    return [
      {
        label: keyLabel(key),
        key,
        colourKey: colourKey(key, ''),
        status: statusOf(key),
        x: right,
        y: up,
        size: numberIn(row, size),
      },
    ]
  })
  const axis = (measure: typeof x): Axis => ({ title: measure?.title ?? '', unit: measure?.unit ?? 'NONE' })
  return { dots, x: axis(x), y: axis(y), size: size ? axis(size) : null, leftOut: answer.rows.length - dots.length }
}

/** A scatter plot in words: how many dots, and between which values they lie. */
export function scatterSummary({ dots, x, y, leftOut }: Dots, title: string): string {
  if (dots.length === 0) return `${title}: no values in this range.`
  const span = (axis: Axis, values: readonly number[]): string => {
    const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    return `${axis.title} from ${exactValue(low, axis.unit)} to ${exactValue(high, axis.unit)}`
  }
  const left = leftOut > 0 ? ` ${formatCount(leftOut, 'row')} without both values.` : ''
  const spans = [
    span(
      x,
      dots.map((dot) => dot.x),
    ),
    span(
      y,
      dots.map((dot) => dot.y),
    ),
  ]
  return `${title}: ${formatCount(dots.length, 'dot')}, ${spans.join(', ')}.${left}`
}
