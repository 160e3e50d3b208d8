import { lengths } from '../../lib/format.ts'
import type { Unit } from '../panel.ts'

const stepMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: lengths.second,
  m: lengths.minute,
  h: lengths.hour,
  d: lengths.day,
}
const steps: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9, tn: 1e12 }

/**
 * An amount as a person writes it, as the table shows it: a share in percent, a duration with its units (seconds where there
 * is none), other numbers with or without 'k' or 'M'. Null where the text is none.
 *
 * @example readAmount('1 m 12 s', 'MILLISECONDS') // 72000
 * @example readAmount('5%', 'RATIO') // 0.05
 */
export function readAmount(text: string, unit: Unit): number | null {
  const plain = text.replaceAll(',', '').replace('−', '-').trim().toLowerCase()
  if (unit === 'MILLISECONDS') return readDuration(plain)
  const found = /^(-?[\d.]+)\s*(%|k|m|bn|tn)?(?:\/h)?$/.exec(plain)
  const value = found ? Number(found[1]) : NaN
  if (Number.isNaN(value)) return null
  if (unit === 'RATIO') return value / 100
  return value * (steps[found?.[2] ?? ''] ?? 1)
}

function readDuration(text: string): number | null {
  if (/^-?[\d.]+$/.test(text)) return Number.isNaN(Number(text)) ? null : Number(text) * lengths.second
  if (!/^(\d[\d.]*\s*(ms|s|m|h|d)\s*)+$/.test(text)) return null
  const parts = [...text.matchAll(/([\d.]+)\s*(ms|s|m|h|d)/g)]
  return parts.reduce((total, [, size, step]) => total + Number(size) * (stepMs[step ?? ''] ?? NaN), 0)
}
