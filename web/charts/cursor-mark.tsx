import { bucketX, yOfValue } from './geometry.ts'
import type { PlotGeometry } from './plot-model.ts'

interface CursorMarkProps {
  geometry: PlotGeometry
  index: number
  colours: readonly string[]
}

/** Marks the bucket under the cursor: a band behind bars, a thin vertical with a dot on each line. */
export function CursorMark({ geometry: { buckets, area, axis, marks, stacked }, index, colours }: CursorMarkProps) {
  const bucket = buckets[index]
  if (!bucket) return null
  const { left, centre, right } = bucketX(index, area, buckets.length)
  const height = area.bottom - area.top
  if (marks === 'bars') {
    return <div className="chart-band" style={{ left, width: Math.max(1, right - left), top: area.top, height }} />
  }
  const heightOf = (place: number): number =>
    (stacked ? bucket.values.slice(0, place + 1) : [bucket.values[place] ?? 0]).reduce<number>(
      (sum, value) => sum + (value ?? 0),
      0,
    )
  return (
    <>
      <div className="chart-cursor" style={{ left: centre, top: area.top, height }} />
      {bucket.values.map((value, place) =>
        value === null ? null : (
          <span
            key={place}
            className="chart-dot"
            style={{ left: centre, top: yOfValue(heightOf(place), area, axis), background: colours[place] }}
          />
        ),
      )}
    </>
  )
}
