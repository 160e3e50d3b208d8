import type { AnsweredSeries } from '../metrics/index.ts'
import { analyse, type Analysing, type Finding } from './analyse.ts'
import type { NoveltyPoint } from './novelty.ts'

/** Twice as many as only show the detector where values lie. */
const FEWEST_POINTS = 100
const SHARE = { min: 0, max: 1 }

/** How new each value of a series was when it came. The range of a share is known; of others it is that of values so far. */
export function findNovelty(series: AnsweredSeries, { analyst }: Analysing): Promise<Finding<NoveltyPoint[]>> {
  return analyse(series, async ({ values, startOf }) => {
    if (values.filter(Number.isFinite).length < FEWEST_POINTS) return null
    const scores = await analyst.analyse('novelty', series.unit === 'RATIO' ? { values, range: SHARE } : { values })
    return Array.from(scores, (score, i) => ({ at: startOf(i), score }))
  })
}
