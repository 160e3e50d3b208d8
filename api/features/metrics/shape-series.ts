import type { Measure } from './catalog.ts'
import type { Plan } from './plan.ts'
import { completeBuckets, type Period } from './range.ts'

export type Cell = string | number | null

export interface Point {
  /** Beginning of the bucket. */
  at: Date
  value: number | null
  /** False when the range or the present cuts the bucket. */
  complete: boolean
}

export interface KeyPart {
  dimension: string
  value: string | null
}

/** One line of a chart, without its passport. */
export interface Line {
  id: string
  measure: string
  title: string
  unit: Measure['unit']
  key: KeyPart[]
  label: string
  points: Point[]
  /** Null when nothing was to be compared. */
  compare: Point[] | null
  /** How many keys there are; more than there are lines of one measure when `truncated`. */
  keyCount: number
  truncated: boolean
}

/** Cuts the rows of `compileSeries` into lines: one for each key and measure, keys in the order in which they come. */
export function shapeSeries(plan: Plan, rows: readonly (readonly Cell[])[]): Line[] {
  const buckets = plan.period.edges.length - 1
  const lines: Line[] = []
  for (let first = 0; first < rows.length; first += buckets) {
    const ofKey = rows.slice(first, first + buckets)
    plan.measures.forEach((measure, index) => lines.push(lineOf(plan, measure, index, ofKey)))
  }
  return lines
}

function lineOf(plan: Plan, measure: Measure, index: number, rows: readonly (readonly Cell[])[]): Line {
  const { dimensions, measures, period, compared, asOf } = plan
  const head = rows[0]!
  const values = head.slice(1, 1 + dimensions.length).map(toText)
  const labels = head.slice(1 + dimensions.length, 1 + 2 * dimensions.length).map(toText)
  const column = 1 + 2 * dimensions.length + index
  const keyCount = toNumber(head[0]!) ?? 0
  const pointsOf = (of: Period, at: number): Point[] => {
    const complete = completeBuckets(of, asOf.getTime())
    return rows.map((row, i) => {
      return { at: new Date(period.edges[i]!), value: toNumber(row[at]!), complete: complete[i]! }
    })
  }
  return {
    id: values.length === 0 ? measure.name : `${measure.name} ${JSON.stringify(values)}`,
    measure: measure.name,
    title: measure.title,
    unit: measure.unit,
    key: dimensions.map((dimension, i) => ({ dimension: dimension.name, value: values[i]! })),
    label: labelFor(measure, labels, measures.length > 1),
    points: pointsOf(period, column),
    compare: compared && pointsOf(compared, column + measures.length),
    keyCount,
    truncated: keyCount > plan.limit,
  }
}

/** The dimension values; the measure's title where there are none, or where several measures share them. */
function labelFor(measure: Measure, labels: readonly (string | null)[], isOneOfSeveral: boolean): string {
  const texts = labels.map((label) => label ?? '(none)').map((label) => label || '(empty)')
  return [...texts, ...(texts.length === 0 || isOneOfSeveral ? [measure.title] : [])].join(' · ')
}

function toText(cell: Cell): string | null {
  return cell === null ? null : String(cell)
}

function toNumber(cell: Cell): number | null {
  return typeof cell === 'number' ? cell : null
}
