import { anomalies } from '../anomalies/anomalies.ts'
import { outline } from '../outline.ts'
import { noise, normal } from '../testing.ts'
import { trend } from '../trend/trend.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import type { Evidence } from './confidence.ts'
import { evidenceOfAnomaly, evidenceOfChange, evidenceOfTrend, type FoundEvidence } from './evidence.ts'
import { sufficiency } from './sufficiency.ts'

/** A finding in a series of which it is known whether something was planted there. */
export interface Known {
  evidence: Evidence
  real: boolean
}

type Kind = FoundEvidence['kind']

/** What may be planted where a kind is sought: shifts and trends are taken for each other, events for neither. */
const PLANTED: Record<Kind, readonly Kind[]> = {
  ANOMALY: ['ANOMALY'],
  CHANGE_POINT: ['CHANGE_POINT', 'TREND'],
  TREND: ['CHANGE_POINT', 'TREND'],
}
const WEEK = 7
const SERIES_AT_ONCE = 20
/** Of series that are looked at together, so many have something planted. */
const SHARES_WITH_EVENT = [0, 0.1, 0.3, 0.5]

/** What is planted, from its first point on; its size is 0 where nothing is. */
interface Planted {
  kind: Kind
  at: number
  length: number
  size: number
}

const pickFrom = <Choice>(choices: readonly Choice[], random: () => number): Choice =>
  choices[Math.floor(random() * choices.length)]!

/** White or AR(1) noise around 20, some of it with heavy tails, some with a week. */
function plainSeries(random: () => number): Float64Array {
  const heavyTails = random() < 0.3
  const seasonal = random() < 0.5
  const errors = noise(random, pickFrom([30, 60, 120, 300], random), pickFrom([0, 0, 0.6], random))
  return errors.map((error, i) => {
    // Student's t with 5 degrees of freedom.
    const squares = Array.from({ length: 5 }, () => normal(random) ** 2).reduce((sum, square) => sum + square, 0)
    const season = seasonal ? 2 * Math.sin((2 * Math.PI * i) / WEEK) : 0
    return 20 + season + error * (heavyTails ? Math.sqrt(5 / squares) : 1)
  })
}

/** Events of 1 to 3 points and 3 to 10 standard deviations, shifts of 0.7 to 4, trends of 0.7 to 4 over the series. */
function plant(kind: Kind, points: number, random: () => number): Planted {
  const sign = random() < 0.5 ? -1 : 1
  if (kind === 'ANOMALY') {
    const at = 2 + Math.floor(random() * (points - 6))
    return { kind, at, length: pickFrom([1, 1, 2, 3], random), size: sign * (3 + 7 * random()) }
  }
  const size = sign * (0.7 + 3.3 * random())
  if (kind === 'TREND') return { kind, at: 0, length: points, size }
  const at = Math.floor(points * (0.15 + 0.7 * random()))
  return { kind, at, length: points - at, size }
}

function withPlanted(values: Float64Array, { kind, at, length, size }: Planted): Float64Array {
  return values.map((value, i) => {
    if (i < at || i >= at + length) return value
    return value + (kind === 'TREND' ? (size * i) / length : size)
  })
}

/** Findings of the kind, with the evidence for each but for the correction of its p-value. */
function findingsIn(
  values: Float64Array,
  sought: Kind,
  planted: Planted,
): { found: FoundEvidence; count: number; real: boolean }[] {
  const { at, length } = planted
  const isThere = planted.kind === sought && planted.size !== 0
  const { seasonal, adjusted, changes } = outline(values, { candidates: [WEEK] })
  const count = values.length
  if (sought === 'ANOMALY') {
    return (anomalies(values, { seasonal, periods: [WEEK] }) ?? []).map((anomaly) => ({
      found: evidenceOfAnomaly(anomaly, count),
      count,
      real: isThere && anomaly.start < at + length && anomaly.end >= at,
    }))
  }
  if (sought === 'CHANGE_POINT') {
    return (changes ?? []).map((change) => ({
      found: evidenceOfChange(change),
      count,
      real: isThere && Math.abs(change.index - at) <= Math.max(3, 0.05 * count),
    }))
  }
  const found = trend(adjusted, { from: changes?.at(-1)?.index ?? 0 })
  return found
    ? [{ found: evidenceOfTrend(found), count: found.n, real: isThere && planted.size * found.slopePerPoint > 0 }]
    : []
}

/**
 * Findings of a kind in many series, as the product finds them; p-values are corrected twenty series at a time. What is found where
 * something of another kind was planted is not real.
 */
export function knownFindings(random: () => number, kind: Kind, batches: number): Known[] {
  return Array.from({ length: batches }, () => {
    const share = pickFrom(SHARES_WITH_EVENT, random)
    const all = Array.from({ length: SERIES_AT_ONCE }, () => {
      const values = plainSeries(random)
      const planted = plant(pickFrom(PLANTED[kind], random), values.length, random)
      const here = random() < share ? planted : { ...planted, size: 0 }
      return findingsIn(withPlanted(values, here), kind, here)
    }).flat()
    const qValues = benjaminiHochberg(all.map(({ found }) => found.pValue))
    return all.map(({ found: { kind: of, effect, agreement }, count, real }, i): Known => {
      const enough = sufficiency({ count, missing: 0, cycles: null })
      return { evidence: { kind: of, effect, agreement, sufficiency: enough, qValue: qValues[i]! }, real }
    })
  }).flat()
}
