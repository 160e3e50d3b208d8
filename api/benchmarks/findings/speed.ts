import { monitorEventLoopDelay } from 'node:perf_hooks'
import { calendarPeriods } from '../../../analytics/seasons/calendar-periods.ts'
import type { Analyst } from '../../analyst/index.ts'
import { normal, seededRandom } from '../../demo/random.ts'
import { DAY_MS, HOUR_MS } from '../../lib/zoned-time.ts'
import { median } from '../measure.ts'
import { findingsOf } from './findings-of.ts'

const ROUNDS = 5
const HOURS = calendarPeriods(HOUR_MS)
const DAYS = calendarPeriods(DAY_MS)

/**
 * How long a whole analysis takes on the product's threads (summary, seasons, changes, trend, anomalies, band, forecast), of 10,000
 * hours and of 200 series of 90 days at once: medians of five rounds after one that starts the threads. And how long the event
 * loop was held at most in any of the six: `longestBlockMs` by the clock, whoever had the processor meanwhile, and
 * `longestWorkMs` in processor time of its own.
 */
export async function measureSpeed(analyst: Analyst) {
  const long: number[] = []
  const many: number[] = []
  const loop = watchLoop()
  for (let round = 0; round <= ROUNDS; round++) {
    const hours = sample(round, 10_000, HOURS)
    const days = Array.from({ length: 200 }, (_, i) => sample(1000 * (round + 1) + i, 90, [7]))
    loop.start()
    long.push(await timed(() => analyseAll(analyst, hours, HOURS)))
    many.push(await timed(() => Promise.all(days.map((values) => analyseAll(analyst, values, DAYS)))))
    loop.stop()
  }
  return {
    tenThousandPointsMs: Math.round(median(long.slice(1))),
    twoHundredSeriesMs: Math.round(median(many.slice(1))),
    ...loop.longest(),
  }
}

/** Watches the event loop between `start` and `stop`, any number of times. */
function watchLoop() {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  let timer: NodeJS.Timeout | undefined
  let mostWork = 0
  const workSoFar = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  return {
    start() {
      let before = workSoFar()
      delay.enable()
      timer = setInterval(() => {
        const now = workSoFar()
        mostWork = Math.max(mostWork, now - before)
        before = now
      }, 1)
    },
    stop() {
      delay.disable()
      clearInterval(timer)
    },
    longest: () => ({ longestBlockMs: round(delay.max / 1e6), longestWorkMs: round(mostWork) }),
  }
}

const round = (ms: number): number => Number(ms.toFixed(1))

async function analyseAll(analyst: Analyst, values: Float64Array, periods: readonly number[]): Promise<void> {
  const { seasonal } = await analyst.analyse('outline', { values, candidates: [...periods] })
  await Promise.all([
    analyst.analyse('summary', { values }),
    findingsOf(analyst, values, periods),
    analyst.analyse('band', { values, seasonal, periods, sensitivity: 1 }),
    analyst.analyse('forecast', { values, horizon: 14, level: 0.95, periods, nonNegative: true }),
  ])
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

/** Seasons, noise, and a shift in the middle; other numbers for each seed, as answers are remembered. */
function sample(seed: number, length: number, periods: readonly number[]): Float64Array {
  const random = seededRandom('speed', seed)
  return Float64Array.from({ length }, (_, i) => {
    const seasons = periods.reduce((sum, period) => sum + 15 * Math.sin((2 * Math.PI * i) / period), 0)
    return 100 + seasons + 5 * normal(random) + (2 * i > length ? 25 : 0)
  })
}
