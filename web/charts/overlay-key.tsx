import type { ReactNode } from 'react'
import type { ChartOverlays } from './chart.ts'
import { overlayDashes, spanOpacity } from './overlay-shapes.ts'

/** What the lines and shapes over the series are; nothing without any. */
export function OverlayKey({ overlays }: { overlays: ChartOverlays }) {
  const { spans = [], changes = [], lines = [], band, marks = [] } = overlays
  if (spans.length + changes.length + lines.length + marks.length === 0 && !band) return null
  return (
    <ul className="chart-key" aria-label="Drawn over the series">
      {spans.map(({ label, from }) => (
        <Entry key={from} label={label}>
          <rect x="0" y="0" width="24" height="10" fill="var(--warning)" opacity={spanOpacity} stroke="none" />
          <path d="M0.5 0V10M23.5 0V10" stroke="var(--warning)" />
        </Entry>
      ))}
      {changes.length > 0 ? (
        <Entry label={changes.length === 1 ? '1 change' : `${changes.length} changes`}>
          <path d="M8 0V10" />
          <path d="M8 1H15V5H8" fill="currentColor" />
        </Entry>
      ) : null}
      {lines.map(({ label, dash }) => (
        <Entry key={label} label={label}>
          <path d="M0 5H24" strokeDasharray={overlayDashes[dash].join(' ')} strokeWidth="1.75" />
        </Entry>
      ))}
      {band ? (
        <Entry label={band.label}>
          <rect x="0" y="0" width="24" height="10" fill="currentColor" opacity="0.16" stroke="none" />
        </Entry>
      ) : null}
      {marks.length > 0 ? (
        <Entry label={marks.length === 1 ? '1 unusual value' : `${marks.length} unusual values`}>
          <circle cx="12" cy="5" r="4" />
        </Entry>
      ) : null}
    </ul>
  )
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li>
      <svg width="24" height="10" fill="none" stroke="currentColor" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {label}
    </li>
  )
}
