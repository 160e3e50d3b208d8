import { formatNumber } from '../lib/format.ts'
import type { ChartData, ChartOptions, ChartSeries } from './chart.ts'
import { overlayColumns, overlayNotes, overlaySentences } from './overlays.ts'
import { toBuckets } from './shape.ts'
import type { Bucket } from './shape.ts'
import { bucketName } from './time-axis.ts'
import { exactValue } from './value-format.ts'

/**
 * The picture in words, for those who do not see it: what is drawn, from when to when, and of each series the sum (of
 * counts) or the latest value, and the highest value with its moment. Series without any value are named as such. Then
 * what was found in them.
 */
export function summarise(data: ChartData, options: ChartOptions): string {
  const buckets = toBuckets(data).filter(({ ahead }) => !ahead)
  const [first] = buckets
  const final = buckets.at(-1)
  if (!first || !final) return `${options.title}: no data in this range.`
  const name = (bucket: Bucket): string => bucketName(bucket, data.every, data.timezone)
  const span = `${buckets.length} ${buckets.length === 1 ? 'bucket' : 'buckets'}, from ${name(first)} to ${name(final)}`
  const parts = data.series.map((series, index) => describeSeries(series, index, buckets, name))
  const note = final.complete ? '' : ' The last bucket is incomplete.'
  const found = overlaySentences(data, buckets).map((sentence) => ` ${sentence}`)
  return `${options.title}: ${span}. ${parts.join(' ')}${note}${found.join('')}`
}

function describeSeries(
  series: ChartSeries,
  index: number,
  buckets: readonly Bucket[],
  name: (bucket: Bucket) => string,
): string {
  const known = buckets.flatMap((bucket) => {
    const value = bucket.values[index] ?? null
    return value === null ? [] : [{ bucket, value }]
  })
  const latest = known.at(-1)
  if (!latest) return `${series.label}: no values.`
  const highest = known.reduce((best, one) => (one.value > best.value ? one : best))
  const sum = known.reduce((total, { value }) => total + value, 0)
  const lead =
    series.unit === 'COUNT' ? `${formatNumber(sum)} in all` : `latest ${exactValue(latest.value, series.unit)}`
  if (highest.value === 0) return `${series.label}: ${lead}.`
  return `${series.label}: ${lead}, highest ${exactValue(highest.value, series.unit)} at ${name(highest.bucket)}.`
}

/** One bucket in words: its name, the value of each series, what was found there, and that more can come. */
export function describeBucket(data: ChartData, bucket: Bucket): string {
  const values = data.series.map(
    (series, index) =>
      `${series.label} ${exactValue(bucket.values[index] ?? null, series.unit).replace('–', 'no value')}`,
  )
  const computed = overlayColumns(data).flatMap(({ label, textAt }) => {
    const text = textAt(bucket)
    return text === null ? [] : [`${label} ${text}`]
  })
  const notes = [...(bucket.complete ? [] : ['Incomplete']), ...overlayNotes(data, bucket)]
  const all = [...(bucket.ahead ? [] : values), ...computed]
  return [
    `${bucketName(bucket, data.every, data.timezone)}: ${all.join(', ')}.`,
    ...notes.map((note) => `${note}.`),
  ].join(' ')
}
