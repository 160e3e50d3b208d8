import type { Unit } from '../../charts/chart.ts'
import type { StatusName } from '../../charts/palette.ts'
import { colourKey, keyLabel, statusOf, type KeyPart } from '../keys.ts'
import type { TableAnswer } from '../panel.ts'
import { keyIn, numberIn, shapeOf } from '../table-shape.ts'

/** A part of the whole. `count` is how many rows it stands for. */
export type Slice = {
  id: string
  label: string
  key: readonly KeyPart[]
  colourKey: string
  status?: StatusName
  isOther: boolean
  value: number
  count: number
}

/** A slice smaller than this cannot be seen. */
const leastShare = 0.01

/** The slices of an answer with their unit: the largest first, and those that are too many or too small as one. What is zero, below zero or unknown has no slice. */
export function toSlices(answer: TableAnswer, most: number): { slices: Slice[]; unit: Unit } {
  const { dimensions, measures } = shapeOf(answer)
  const [measure] = measures
  const all = answer.rows.flatMap((row): Slice[] => {
    if (dimensions.length === 0) {
      return measures.flatMap((one) =>
        one.unit === measure?.unit ? toSlice(one.title, [], one.name, numberIn(row, one)) : [],
      )
    }
    const key = keyIn(row, dimensions)
    return toSlice(keyLabel(key), key, colourKey(key, ''), numberIn(row, measure))
  })
  const sorted = all.toSorted((a, b) => b.value - a.value)
  const total = sorted.reduce((sum, { value }) => sum + value, 0)
  const large = sorted.filter(({ value }) => value >= leastShare * total)
  const shown = large.length < sorted.length || sorted.length > most ? large.slice(0, most - 1) : large
  const rest = sorted.slice(shown.length)
  return { slices: rest.length === 0 ? shown : [...shown, otherSlice(rest)], unit: measure?.unit ?? 'COUNT' }
}

function toSlice(label: string, key: readonly KeyPart[], colour: string, value: number | null): Slice[] {
  if (value === null || value <= 0) return []
  return [{ id: colour, label, key, colourKey: colour, status: statusOf(key), isOther: false, value, count: 1 }]
}

function otherSlice(rest: readonly Slice[]): Slice {
  const value = rest.reduce((sum, one) => sum + one.value, 0)
  return { id: 'other', label: 'Other', key: [], colourKey: 'other', isOther: true, value, count: rest.length }
}
