import { formatChange, formatNumber } from '../../lib/format.ts'
import { compareCells } from '../compare-cells.ts'
import type { Cell, PanelColumn, TableAnswer, TableTwin } from '../panel.ts'
import { usualMetric, type Direction, type RunsOptions } from './options.ts'

/** A value of a metric for one of the compared runs. */
export type ComparedValue = {
  run: string
  value: number | null
  text: string
  /** Length of its bar: its amount, as a share of the greatest of the metric. */
  share: number
  isBest: boolean
  /** Against the baseline, absolute and in percent; null for the baseline itself and where one is not known. */
  difference: { absolute: string; percent: string | null; tone: 'good' | 'bad' | 'neutral' } | null
}

/** One metric and its values, in the order of the runs. */
export type ComparedMetric = { name: string; better: Exclude<Direction, 'usual'>; values: ComparedValue[] }

/** What is compared: runs side by side, metrics under each other. */
export type Comparison = {
  runs: readonly string[]
  baseline: string | null
  metrics: ComparedMetric[]
  /** How many runs there are beyond those that are shown. */
  runsLeftOut: number
}

/** The dimension of `job_metrics` that says which metric a number is of. */
const METRIC = 'name'
const NONE = 'none'
const SIGNIFICANT_DIGITS = 4
/** More cannot be compared by eye, and would be a table. */
const MOST_RUNS = 24
const MOST_METRICS = 100

/**
 * Turns an answer with a row for each run and metric into one line for each metric. The dimension `name` is the metric,
 * all others together are the run; the first measure is the value. Without the dimension `name` there are no metrics.
 */
export function compareRuns(answer: TableAnswer, options: RunsOptions): Comparison {
  const dimensions = placesOf(answer.columns, ({ role, name }) => role === 'DIMENSION' && name !== METRIC)
  const [metricPlace = -1] = placesOf(answer.columns, ({ name }) => name === METRIC)
  const [valuePlace = -1] = placesOf(answer.columns, ({ role }) => role === 'MEASURE')
  const values = new Map<string, Map<string, number | null>>()
  const runs = new Set<string>()
  for (const row of answer.rows) {
    const metric = row[metricPlace] ?? null
    if (metric === null) continue
    const run = dimensions.map((place) => String(row[place] ?? NONE)).join(', ')
    runs.add(run)
    const ofMetric = values.get(String(metric)) ?? new Map<string, number | null>()
    values.set(String(metric), ofMetric.set(run, numberOf(row[valuePlace])))
  }
  const sorted = [...runs].sort(compareCells).slice(0, MOST_RUNS)
  const baseline =
    options.baseline !== null && sorted.includes(options.baseline) ? options.baseline : (sorted[0] ?? null)
  return {
    runs: sorted,
    baseline,
    metrics: shownMetrics([...values.keys()], options).map((name) =>
      compareMetric(
        name,
        sorted.map((run) => ({ run, value: values.get(name)?.get(run) ?? null })),
        { baseline, options },
      ),
    ),
    runsLeftOut: runs.size - sorted.length,
  }
}

const placesOf = (columns: readonly PanelColumn[], fits: (column: PanelColumn) => boolean): number[] =>
  columns.flatMap((column, place) => (fits(column) ? [place] : []))

const numberOf = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null)

function shownMetrics(names: string[], { shown }: RunsOptions): string[] {
  if (shown.length > 0) return shown.filter((name) => names.includes(name))
  return names.sort(compareCells).slice(0, MOST_METRICS)
}

type Measured = { run: string; value: number | null }

function compareMetric(
  name: string,
  measured: readonly Measured[],
  { baseline, options }: { baseline: string | null; options: RunsOptions },
): ComparedMetric {
  const { better: chosen, decimals } = options.metrics[name] ?? usualMetric
  const known = measured.flatMap(({ value }) => (value === null ? [] : [value]))
  const better = betterFor(name, chosen, known)
  const best = better === 'neither' || known.length < 2 ? null : Math[better === 'higher' ? 'max' : 'min'](...known)
  const greatest = Math.max(0, ...known.map(Math.abs))
  const base = measured.find(({ run }) => run === baseline)?.value ?? null
  const values = measured.map(({ run, value }): ComparedValue => ({
    run,
    value,
    text: valueText(value, decimals),
    share: value === null || greatest === 0 ? 0 : Math.abs(value) / greatest,
    isBest: value !== null && value === best,
    difference: run === baseline ? null : differenceOf(value, base, { better, decimals }),
  }))
  // Where all are the same, none is better than the others.
  const isTie = new Set(known).size === 1
  return { name, better, values: isTie ? values.map((one) => ({ ...one, isBest: false })) : values }
}

const lowerNames =
  /(drawdown|loss|error|fail|latency|duration|seconds|_ms$|cost|volatility|variance|deviation|turnover|slippage|memory)/i

/** A metric such as drawdown is better when there is less of it: where it is reported as a negative number, the higher one. */
function betterFor(name: string, chosen: Direction, values: readonly number[]): Exclude<Direction, 'usual'> {
  if (chosen !== 'usual') return chosen
  if (!lowerNames.test(name)) return 'higher'
  return values.length > 0 && values.every((value) => value <= 0) && values.some((value) => value < 0)
    ? 'higher'
    : 'lower'
}

function differenceOf(
  value: number | null,
  base: number | null,
  { better, decimals }: { better: Exclude<Direction, 'usual'>; decimals: number | null },
): ComparedValue['difference'] {
  if (value === null || base === null) return null
  const difference = value - base
  const isBetter = better === 'higher' ? difference > 0 : difference < 0
  const tone = difference === 0 || better === 'neither' ? 'neutral' : isBetter ? 'good' : 'bad'
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : ''
  return {
    absolute: `${sign}${valueText(Math.abs(difference), decimals)}`,
    // Of the amount: from −0.2 to −0.1 it rose by half.
    percent: base === 0 ? null : formatChange(difference / Math.abs(base)),
    tone,
  }
}

function valueText(value: number | null, decimals: number | null): string {
  if (value === null) return '–'
  if (value < 0) return `−${valueText(-value, decimals)}`
  if (decimals === null) return formatNumber(Number(value.toPrecision(SIGNIFICANT_DIGITS)))
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat('en', digits).format(value)
}

/** The same comparison as a table: one row for each metric, one column for each run. */
export function runsTable({ runs, metrics }: Comparison): TableTwin {
  const column = (name: string, title: string, isValue: boolean): PanelColumn => ({
    name,
    title,
    type: isValue ? 'FLOAT' : 'STRING',
    unit: 'NONE',
    role: isValue ? 'MEASURE' : 'DIMENSION',
  })
  return {
    columns: [column(METRIC, 'Metric', false), ...runs.map((run) => column(run, run, true))],
    rows: metrics.map(({ name, values }) => [name, ...values.map(({ value }) => value)]),
  }
}

/** The comparison in words: for each metric which run is best, and each value. */
export function comparisonWords({ metrics, baseline }: Comparison): string {
  const sentences = metrics.map(({ name, values }) => {
    const best = values.filter(({ isBest }) => isBest).map(({ run }) => run)
    const each = values.map(({ run, text }) => `${run} ${text === '–' ? 'no value' : text}`).join(', ')
    return `${name}: ${each}.${best.length === 0 ? '' : ` Best: ${best.join(', ')}.`}`
  })
  return baseline === null ? sentences.join(' ') : `Compared with ${baseline}. ${sentences.join(' ')}`
}
