import type { AnsweredSeries, Passport, Point } from '../metrics/index.ts'
import { type AnswerRules, type Change, revisionsAfter } from './answer-rules.ts'

/** Points of a series that are not what they were. */
export interface ChangedPoints {
  id: string
  points: Point[]
  /** Null when nothing is compared. */
  compare: Point[] | null
}

/** What of an answer over time is new to somebody. */
export interface SeriesChange extends Change {
  /** All of it, in place of what was there; null: only `changed` is new. */
  series: readonly AnsweredSeries[] | null
  changed: ChangedPoints[]
}

/** An answer over time; a question that has no series still covers something. */
export interface SeriesAnswer {
  series: readonly AnsweredSeries[]
  passport: Passport
}

interface LineState {
  points: readonly number[]
  compare: readonly number[]
}

/** An answer over time, and at which revision each of its points changed last. */
export interface SeriesState {
  answer: SeriesAnswer
  layout: string
  laidOutAt: number
  changedAt: readonly LineState[]
}

/** How answers over time are compared: point by point, where their series and buckets are the same. */
export const seriesRules: AnswerRules<SeriesAnswer, SeriesState, SeriesChange> = {
  after(older, answer, revision) {
    const layout = layoutOf(answer.series)
    if (!older || older.layout !== layout) {
      const changedAt = answer.series.map(({ points, compare }) => {
        return { points: points.map(() => revision), compare: (compare ?? []).map(() => revision) }
      })
      return { answer, layout, laidOutAt: revision, changedAt }
    }
    const changedAt = older.changedAt.map((line, index) => {
      const [before, after] = [older.answer.series[index]!, answer.series[index]!]
      return {
        points: revisionsAfter(line.points, revision, (at) => isSamePoint(before.points, after.points, at)),
        compare: revisionsAfter(line.compare, revision, (at) => isSamePoint(before.compare!, after.compare!, at)),
      }
    })
    return { answer, layout, laidOutAt: older.laidOutAt, changedAt }
  },
  isChangedAt({ laidOutAt, changedAt }, revision) {
    return laidOutAt === revision || changedAt.some((line) => [line.points, line.compare].flat().includes(revision))
  },
  change({ answer: { series, passport }, laidOutAt, changedAt }, seen, revision) {
    if (seen === null || seen < laidOutAt) return { revision, series, changed: [], passport }
    const changed = series.map(({ id, points, compare }, index): ChangedPoints => {
      const line = changedAt[index]!
      return {
        id,
        points: points.filter((_, at) => line.points[at]! > seen),
        compare: compare && compare.filter((_, at) => line.compare[at]! > seen),
      }
    })
    const told = changed.filter(({ points, compare }) => points.length > 0 || (compare ?? []).length > 0)
    return { revision, series: null, changed: told, passport }
  },
  passport: ({ passport }) => passport,
}

/** Equal for answers whose series and points stand for the same. */
function layoutOf(series: readonly AnsweredSeries[]): string {
  const lines = series.map(({ id, label, keyCount, truncated, compare }) => {
    return [id, label, keyCount, truncated, compare?.length ?? null]
  })
  return JSON.stringify([lines, series[0]?.points.map(({ at }) => at) ?? []])
}

function isSamePoint(before: readonly Point[], after: readonly Point[], at: number): boolean {
  const [older, newer] = [before[at]!, after[at]!]
  return older.value === newer.value && older.complete === newer.complete
}
