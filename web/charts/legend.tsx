import type { ChartSeries } from './chart.ts'

interface LegendProps {
  series: readonly ChartSeries[]
  colours: readonly string[]
  hidden: ReadonlySet<string>
  onToggle: (id: string) => void
}

/** The names of the series with their colours. Each can be taken out of the picture and put back. */
export function Legend({ series, colours, hidden, onToggle }: LegendProps) {
  return (
    <ul className="chart-legend">
      {series.map(({ id, label }, place) => (
        <li key={id}>
          <button
            type="button"
            aria-pressed={!hidden.has(id)}
            title={hidden.has(id) ? `Show ${label}` : `Hide ${label}`}
            onClick={() => onToggle(id)}
          >
            <span className="chart-swatch" style={{ background: colours[place] }} />
            {label}
          </button>
        </li>
      ))}
    </ul>
  )
}
