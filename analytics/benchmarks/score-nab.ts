/** Scores of the rows of one file, and the first and last row of each labelled window. */
export interface LabelledScores {
  scores: Float64Array
  windows: readonly (readonly [start: number, end: number])[]
}

/** 0 for a detector that never fires, 100 for one that fires once at the start of each window and never else. */
export interface NabScore {
  standard: number
  lowFp: number
  lowFn: number
}

interface Costs {
  falseAlarm: number
  missed: number
}

interface Row {
  score: number
  /** What is gained by firing here, or lost if negative. */
  weight: number
  /** Which window of the corpus the row lies in; -1 outside. */
  window: number
}

/** No row is scored in the first share of a file, or the first rows if that is more than so many. */
const PROBATION = 0.15
const LONGEST_PROBATION = 750

/**
 * Score of an anomaly detector on the Numenta Anomaly Benchmark, for its three profiles of costs.
 *
 * A row fires when its score is at least the threshold. A window contributes the largest weight of its fired rows, s(y) /
 * s(-1) with y from -1 at its start to 0 after its end and s(y) = 2 / (1 + exp(5 y)) - 1, or minus the cost of a miss.
 * Each fired row outside costs the more the farther it lies behind a window. There is one threshold for all files, and it
 * is the best one in hindsight: that is the rule of the benchmark, for all its detectors.
 *
 * Reference: Lavin and Ahmad (2015), "Evaluating Real-time Anomaly Detection Algorithms", and `sweeper.py` of NAB.
 *
 * Units: at most 100. Without a window in any file there is nothing to find: RangeError.
 *
 * @example
 * scoreNab([{ scores: Float64Array.of(0, 0, 0, 0, 0, 0, 1, 0), windows: [[6, 7]] }]).standard // 100
 */
export function scoreNab(files: readonly LabelledScores[]): NabScore {
  if (files.every(({ windows }) => windows.length === 0)) throw new RangeError(`no windows in ${files.length} files`)
  return {
    standard: profileScore(files, { falseAlarm: 0.11, missed: 1 }),
    lowFp: profileScore(files, { falseAlarm: 0.22, missed: 1 }),
    lowFn: profileScore(files, { falseAlarm: 0.11, missed: 2 }),
  }
}

function profileScore(files: readonly LabelledScores[], { falseAlarm, missed }: Costs): number {
  let windows = 0
  const rows = files.flatMap((file) => {
    const weighted = weightedRows(file, falseAlarm, windows)
    windows += file.windows.length
    return weighted
  })
  rows.sort((a, b) => b.score - a.score)

  const ofWindow = new Float64Array(windows).fill(-missed)
  const nothingFired = -missed * windows
  let total = nothingFired
  let best = nothingFired
  for (const [i, { score, weight, window }] of rows.entries()) {
    const gain = window < 0 ? weight : Math.max(0, weight - ofWindow[window]!)
    if (window >= 0) ofWindow[window]! += gain
    total += gain
    if (score !== rows[i + 1]?.score) best = Math.max(best, total)
  }
  return (100 * (best - nothingFired)) / (windows - nothingFired)
}

function weightedRows({ scores, windows }: LabelledScores, falseAlarm: number, firstWindow: number): Row[] {
  const inOrder = windows.toSorted((a, b) => a[0] - b[0])
  const probation = Math.min(Math.floor(PROBATION * scores.length), LONGEST_PROBATION)
  const rows: Row[] = []
  let passed = 0
  for (let i = 0; i < scores.length; i++) {
    while (passed < inOrder.length && inOrder[passed]![1] < i) passed++
    if (i < probation) continue
    const [start, end] = inOrder[passed] ?? [Infinity, Infinity]
    const inside = i >= start
    const weight = inside ? reward(-(end - i + 1) / (end - start + 1)) : falseAlarm * penalty(i, inOrder[passed - 1])
    rows.push({ score: scores[i]!, weight, window: inside ? firstWindow + passed : -1 })
  }
  return rows
}

const sigmoid = (y: number): number => (y >= 3 ? -1 : 2 / (1 + Math.exp(5 * y)) - 1)

const reward = (y: number): number => sigmoid(y) / sigmoid(-1)

function penalty(row: number, previous: readonly [number, number] | undefined): number {
  if (!previous) return -1
  const [start, end] = previous
  return end === start ? -1 : sigmoid((row - end) / (end - start))
}
