/** A name with its colour. One that `isFixed` explains the picture and cannot be taken out of it. */
export type LegendEntry = { id: string; label: string; colour: string; isFixed?: boolean }

interface LegendProps {
  entries: readonly LegendEntry[]
  hidden: ReadonlySet<string>
  onToggle: (id: string) => void
}

/** What the colours stand for. Each can be taken out of the picture and put back. */
export function Legend({ entries, hidden, onToggle }: LegendProps) {
  return (
    <ul className="chart-legend">
      {entries.map(({ id, label, colour, isFixed }) => (
        <li key={id}>
          {isFixed ? (
            <span>
              <span className="chart-swatch" style={{ background: colour }} />
              {label}
            </span>
          ) : (
            <button
              type="button"
              aria-pressed={!hidden.has(id)}
              title={hidden.has(id) ? `Show ${label}` : `Hide ${label}`}
              onClick={() => onToggle(id)}
            >
              <span className="chart-swatch" style={{ background: colour }} />
              {label}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
