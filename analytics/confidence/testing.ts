import { median, quantile } from 'simple-statistics'

import { decompose } from '../seasons/decompose.ts'
import { normalTail } from '../stats/normal-tail.ts'
import { present } from '../stats/present.ts'
import { robustScale } from '../stats/robust-scale.ts'
import { noise, normal } from '../testing.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import type { Evidence } from './confidence.ts'
import { sufficiency } from './sufficiency.ts'

/** A finding in a series of which it is known whether something was planted there. */
export interface Known {
  evidence: Evidence
  real: boolean
}

/** Changes below this share of the level matter to nobody. */
const FLOOR = 0.05
const SERIES_AT_ONCE = 20
/** Of series that are looked at together, so many have an event. */
const SHARES_WITH_EVENT = [0, 0.1, 0.3, 0.5]

interface Planted {
  values: Float64Array
  /** Index of the event, or -1. */
  at: number
  /** How far the event moves its values, 0 without event. */
  size: number
}

/** A series of noise, some with one event of 1 to 3 points and 3 to 10 standard deviations. */
function plantedSeries(random: () => number, seasonal: boolean, share: number): Planted {
  const pick = (choices: readonly number[]): number => pickFrom(choices, random)
  const length = pick([30, 60, 120, 300])
  const level = 10 * 10 ** random()
  const heavyTails = random() < 0.3
  const missing = pick([0, 0, 0.2])
  const errors = noise(random, length, pick([0, 0, 0.6]))
  const values = errors.map((error, i) => {
    // Student's t with 5 degrees of freedom.
    const squares = Array.from({ length: 5 }, () => normal(random) ** 2).reduce((sum, square) => sum + square, 0)
    const season = seasonal ? 3 * Math.sin((2 * Math.PI * i) / 7) : 0
    return level + season + error * (heavyTails ? Math.sqrt(5 / squares) : 1)
  })
  if (random() >= share) return { values: holes(values, missing, random), at: -1, size: 0 }
  const at = 2 + Math.floor(random() * (length - 4))
  const size = 3 + 7 * random()
  const duration = pick([1, 1, 2, 3])
  const sign = random() < 0.5 ? -1 : 1
  const moved = values.map((value, i) => (i >= at && i < at + duration ? value + sign * size : value))
  return { values: holes(moved, missing, random), at, size }
}

const pickFrom = (choices: readonly number[], random: () => number): number =>
  choices[Math.floor(random() * choices.length)]!

const holes = (values: Float64Array, share: number, random: () => number): Float64Array =>
  values.map((value) => (random() < share ? NaN : value))

/** The point farthest from what trend and season expect, with the evidence for it but for the correction of its p-value. */
function farthest({ values, at, size }: Planted, seasonal: boolean): Known | null {
  const parts = decompose(values, seasonal ? [7] : [])
  if (!parts) return null
  const scale = robustScale(parts.remainder)!
  const scores = parts.remainder.map((value) => (Number.isNaN(value) ? 0 : Math.abs(value) / scale))
  const peak = scores.indexOf(Math.max(...scores))
  const there = present(values)
  const floor = FLOOR * Math.abs(median(there))
  const steps = values.map((value, i) => (i === 0 ? NaN : value - values[i - 1]!))
  const step = Math.abs(steps[peak]! / robustScale(steps)!)
  const plain = Math.abs(values[peak]! - median(there)) / robustScale(there)!
  const votes = [scores[peak]! > 3.5, step > 3.5, plain > 3.5]
  return {
    real: at >= 0 && peak >= at && peak < at + 3 && size >= floor,
    evidence: {
      sufficiency: sufficiency({
        count: there.length,
        missing: values.length - there.length,
        cycles: seasonal ? values.length / 7 : null,
      }),
      qValue: Math.min(1, there.length * normalTail(scores[peak]! / tailWeight(scores, peak))),
      effect: Math.abs(parts.remainder[peak]!) / floor,
      agreement: votes.filter(Boolean).length / votes.length,
    },
  }
}

/** How much farther from the middle than normal the farthest twentieth of the other points is; at least 1. */
function tailWeight(scores: Float64Array, peak: number): number {
  const others = Array.from(scores).filter((score, i) => score > 0 && Math.abs(i - peak) > 3)
  return Math.max(1, quantile(others, 0.95) / 1.96, quantile(others, 0.99) / 2.576)
}

/** Findings in many series, whose p-values are corrected twenty series at a time. */
export function knownFindings(random: () => number, batches: number): Known[] {
  return Array.from({ length: batches }, () => {
    const share = pickFrom(SHARES_WITH_EVENT, random)
    const findings = Array.from({ length: SERIES_AT_ONCE }, () => {
      const seasonal = random() < 0.5
      return farthest(plantedSeries(random, seasonal, share), seasonal)
    }).filter((finding) => finding !== null)
    const qValues = benjaminiHochberg(findings.map(({ evidence }) => evidence.qValue))
    return findings.map(({ evidence, real }, i) => ({ evidence: { ...evidence, qValue: qValues[i]! }, real }))
  }).flat()
}
