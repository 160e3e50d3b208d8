import type { IsoTime } from '../../lib/iso-time.ts'
import type { AskedMeasure } from './asked-measure.ts'
import { toCell } from './cell.ts'
import type { Plan } from './plan.ts'
import { completeBuckets, startsOf } from './range.ts'

export interface Point {
  /** Beginning of the bucket. */
  at: IsoTime
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
  unit: AskedMeasure['unit']
  key: KeyPart[]
  /** True when it stands for all keys beyond the limit: then the parts of its key have no values. */
  isOther: boolean
  /** For people: the value of each dimension; of others only that they are. */
  labels: readonly (string | null)[]
  /** All of them in one text. */
  label: string
  points: Point[]
  /** Null when nothing was to be compared, and for a change, which is of both periods. */
  compare: Point[] | null
  /** How many keys there are; more than there are lines of one measure when `truncated`. */
  keyCount: number
  truncated: boolean
}

/** As the driver gives it. */
type Row = readonly unknown[]

/** Cuts the rows of `compileSeries` into lines: one for each key and measure, keys in the order in which they come. */
export function shapeSeries(plan: Plan, rows: readonly Row[]): Line[] {
  const buckets = plan.period.edges.length - 1
  const axes = axesOf(plan)
  const lines: Line[] = []
  for (let first = 0; first < rows.length; first += buckets) {
    const ofKey = rows.slice(first, first + buckets)
    plan.measures.forEach((_, index) => lines.push(lineOf(plan, axes, index, ofKey)))
  }
  return lines
}

/** What all lines share: where buckets begin, and whether those of the period and of the compared one are complete. */
function axesOf({ period, compared, asOf }: Plan) {
  return {
    at: startsOf(period),
    complete: completeBuckets(period, asOf.getTime()),
    comparedComplete: compared && completeBuckets(compared, asOf.getTime()),
  }
}

function lineOf(plan: Plan, axes: ReturnType<typeof axesOf>, index: number, rows: readonly Row[]): Line {
  const { dimensions } = plan
  const measure = plan.measures[index]!
  const [total, other, ...head] = rows[0]!
  const values = head.slice(0, dimensions.length).map(toText)
  const labels = other ? ['Other'] : head.slice(dimensions.length, 2 * dimensions.length).map(toText)
  const keyCount = toNumber(total) ?? 0
  const pointsOf = (complete: boolean[], isCompared: boolean): Point[] | null => {
    const columns = plan.columns.filter((column) => column.role === 'MEASURE')
    const found = columns.findIndex((column) => column.measure === index && column.isCompared === isCompared)
    if (found === -1) return null
    const at = 2 + 2 * dimensions.length + found
    return rows.map((row, i) => ({ at: axes.at[i]!, value: toNumber(row[at]), complete: complete[i]! }))
  }
  return {
    id: idOf(measure, values, other !== null),
    measure: measure.name,
    title: measure.title,
    unit: measure.unit,
    key: dimensions.map((dimension, i) => ({ dimension: dimension.name, value: values[i]! })),
    isOther: other !== null,
    labels,
    label: labelFor(measure, labels, plan.measures.length > 1),
    points: pointsOf(axes.complete, false)!,
    compare: axes.comparedComplete && pointsOf(axes.comparedComplete, true),
    keyCount,
    truncated: plan.top === null && keyCount > plan.limit,
  }
}

function idOf({ name }: AskedMeasure, values: readonly (string | null)[], isOther: boolean): string {
  if (isOther) return `${name} other`
  return values.length === 0 ? name : `${name} ${JSON.stringify(values)}`
}

/** The dimension values; the measure's title where there are none, or where several measures share them. */
function labelFor(measure: AskedMeasure, labels: readonly (string | null)[], isOneOfSeveral: boolean): string {
  const texts = labels.map((label) => label ?? '(none)').map((label) => label || '(empty)')
  return [...texts, ...(texts.length === 0 || isOneOfSeveral ? [measure.title] : [])].join(' · ')
}

function toText(value: unknown): string | null {
  const cell = toCell(value)
  return cell === null ? null : String(cell)
}

function toNumber(value: unknown): number | null {
  const cell = toCell(value)
  return typeof cell === 'number' ? cell : null
}
