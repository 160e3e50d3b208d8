import type { Anomaly } from '../anomalies/anomalies.ts'
import type { ChangePoint } from '../changes/change-points.ts'
import type { Trend } from '../trend/trend.ts'

/** What a finding has to say for itself. */
export interface FoundEvidence {
  kind: 'ANOMALY' | 'CHANGE_POINT' | 'TREND'
  /** Of the finding in its series; not yet corrected for other series. */
  pValue: number
  /** Size of the effect over the least that matters. */
  effect: number
  /** Share of the methods that see it, 0 to 1. */
  agreement: number
}

/** Standard deviations that make one value alone an anomaly. */
const USUAL_LIMIT = 4
/** A weaker order of values in time is no trend worth the name. */
const LEAST_TAU = 0.2
/** Where there is no noise, any change is large. */
const LARGE_EFFECT = 2

/** Of an anomaly in a series of so many points: whoever looks at many of them finds one that is far out by chance. */
export function evidenceOfAnomaly({ pValue, score }: Pick<Anomaly, 'pValue' | 'score'>, points: number): FoundEvidence {
  return { kind: 'ANOMALY', pValue: Math.min(1, pValue * points), effect: score / USUAL_LIMIT, agreement: 1 }
}

/** Of a change point: its size is in standard deviations, and its methods are the segmenters. */
export function evidenceOfChange({
  pValue,
  effect,
  votes,
  segmenters,
}: Pick<ChangePoint, 'pValue' | 'effect' | 'votes' | 'segmenters'>): FoundEvidence {
  const size = effect === null ? LARGE_EFFECT : Math.abs(effect)
  return { kind: 'CHANGE_POINT', pValue, effect: size, agreement: votes / segmenters }
}

/** Of a trend, whatever its direction. */
export function evidenceOfTrend({ pValue, tau }: Pick<Trend, 'pValue' | 'tau'>): FoundEvidence {
  return { kind: 'TREND', pValue, effect: Math.abs(tau) / LEAST_TAU, agreement: 1 }
}
