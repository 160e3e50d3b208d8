import type { Threshold, Unit } from '../../charts/chart.ts'
import { valueAxis } from '../../charts/value-axis.ts'
import { exactValue } from '../../charts/value-format.ts'
import type { TableAnswer } from '../panel.ts'
import { numberIn, shapeOf } from '../table-shape.ts'
import type { GaugeOptions } from './options.ts'

/** What a gauge shows: a value between two ends, and the thresholds between them, the lowest first. `reached` is the highest that the value has reached. */
export type Reading = {
  title: string
  value: number | null
  unit: Unit
  min: number
  max: number
  thresholds: readonly Threshold[]
  reached: Threshold | null
  complete: boolean
}

/** Reads the first measure of the first row. */
export function readGauge(answer: TableAnswer, options: GaugeOptions): Reading {
  const [measure] = shapeOf(answer).measures
  const value = numberIn(answer.rows[0] ?? [], measure)
  const unit = measure?.unit ?? 'COUNT'
  const thresholds = options.thresholds.toSorted((a, b) => a.value - b.value)
  const all = [0, value ?? 0, ...thresholds.map((one) => one.value)]
  const fitting = unit === 'RATIO' && Math.max(...all) <= 1 ? 1 : valueAxis(Math.max(...all), unit).top
  const min = options.min ?? Math.min(...all)
  const max = options.max ?? fitting
  return {
    title: measure?.title ?? '',
    value,
    unit,
    min,
    // Ends that are the wrong way round leave nothing to show it on.
    max: max > min ? max : min + 1,
    thresholds,
    reached: value === null ? null : (thresholds.findLast((one) => value >= one.value) ?? null),
    complete: answer.complete[0] ?? true,
  }
}

/** How far the value is between the ends, 0..1; null without a value. */
export const shareOf = ({ min, max }: Reading, value: number | null): number | null =>
  value === null ? null : Math.min(1, Math.max(0, (value - min) / (max - min)))

/** A gauge in words. */
export function gaugeSummary(reading: Reading, title: string): string {
  const { value, unit, min, max, reached } = reading
  if (value === null) return `${title}: no value in this range.`
  const look = reached ? `, ${lookWords[reached.look]}${reached.label ? ` (${reached.label})` : ''}` : ''
  return `${title}: ${exactValue(value, unit)}${look}, on a scale from ${exactValue(min, unit)} to ${exactValue(max, unit)}.`
}

/** The looks of thresholds in words. */
export const lookWords: Record<Threshold['look'], string> = { good: 'good', warning: 'warning', bad: 'bad' }
