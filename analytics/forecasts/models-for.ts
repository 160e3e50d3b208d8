import { autoregression } from './autoregression.ts'
import { dampedTrend } from './damped-trend.ts'
import type { Model } from './model.ts'
import { optimisedTheta } from './optimised-theta.ts'
import { seasonalDrift } from './seasonal-drift.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { seasonalProfile } from './seasonal-profile.ts'
import { seasonallyAdjusted } from './seasonally-adjusted.ts'
import { theta } from './theta.ts'

const TRENDS = [dampedTrend, optimisedTheta, theta]
const SEASONS_OF_PROFILE = 3

/**
 * The models that can be fitted to `known` points of a series with these seasonal periods, of which those that do not fit
 * twice are left out.
 *
 * They are few, cheap and unlike each other: errors that differ cancel in the mean.
 *
 * @example
 * modelsFor([], 10).map((model) => model.name) // ['damped trend', 'optimised theta', 'theta', 'seasonal naive 1', 'seasonal drift 1']
 */
export function modelsFor(periods: readonly number[], known: number): Model[] {
  const usable = [...periods].filter((period) => 2 * period <= known).sort((a, b) => a - b)
  return [
    ...TRENDS,
    ...(usable.length > 0 ? usable : [1]).flatMap((period) => [seasonalNaive(period), seasonalDrift(period)]),
    ...usable.map((period) => seasonalProfile(period, SEASONS_OF_PROFILE)),
    ...(usable.length > 0 ? TRENDS.map((model) => usable.reduce(seasonallyAdjusted, model)) : []),
    ...autoregressions(usable),
  ].filter(({ minPoints }) => minPoints <= known)
}

function autoregressions(periods: readonly number[]): Model[] {
  const recent = [1, 2, 3, 4]
  const around = periods.flatMap((period) => [period - 1, period, period + 1])
  const lagSets = [recent]
  if (periods.length > 0) {
    const longest = periods.at(-1)!
    lagSets.push([...recent, ...around])
    lagSets.push([...recent, ...around, Math.round(longest / 4), Math.round(longest / 2), 2 * longest])
  }
  return lagSets
    .map((lags) => [...new Set(lags.filter((lag) => lag > 0))])
    .flatMap((lags) => [autoregression(lags, 'linear'), autoregression(lags, 'log')])
}
