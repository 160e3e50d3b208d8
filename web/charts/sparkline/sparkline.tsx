import { sparklineBars } from './shape.ts'
import type { SparklinePoint } from './shape.ts'

/** A picture as small as a word: bars of jobs per bucket, the failed part of each in the colour for bad. `label` says the same in words. */
export function Sparkline(props: {
  points: readonly SparklinePoint[]
  label: string
  width?: number
  height?: number
}) {
  const { points, label, width = 120, height = 24 } = props
  return (
    <svg
      className="sparkline"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--line)" />
      {sparklineBars(points, { width, height: height - 1 }).map((bar) => (
        <g key={bar.x}>
          <rect x={bar.x} y={bar.y} width={bar.width} height={bar.height - bar.failedHeight} fill="var(--control)" />
          <rect
            x={bar.x}
            y={bar.y + bar.height - bar.failedHeight}
            width={bar.width}
            height={bar.failedHeight}
            fill="var(--bad)"
          />
        </g>
      ))}
    </svg>
  )
}
