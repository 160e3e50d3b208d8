import type { ReactNode } from 'react'
import type { ChartOverlays } from './chart.ts'
import { overlayDashes } from './overlay-shapes.ts'

/** What the lines and shapes over the series are; nothing without any. */
export function OverlayKey({ overlays }: { overlays: ChartOverlays }) {
  const { changes = [], lines = [], bands = [], marks = [], annotations = [] } = overlays
  if (changes.length + lines.length + bands.length + marks.length + annotations.length === 0) return null
  return (
    <ul className="chart-key" aria-label="Drawn over the series">
      {changes.length > 0 ? (
        <Entry label={changes.length === 1 ? '1 change point' : `${changes.length} change points`}>
          <path d="M8 0V10" />
          <path d="M8 1H15V5H8" fill="currentColor" />
        </Entry>
      ) : null}
      {annotations.length > 0 ? (
        <Entry label={annotations.length === 1 ? '1 annotation' : `${annotations.length} annotations`}>
          <path d="M8 0V10" />
          <path d="M8 1H15V5H8" />
        </Entry>
      ) : null}
      {lines.map(({ label, dash }) => (
        <Entry key={label} label={label}>
          <path d="M0 5H24" strokeDasharray={overlayDashes[dash].join(' ')} strokeWidth="1.75" />
        </Entry>
      ))}
      {bands.map(({ label, look }) => (
        <Entry key={label} label={label}>
          <rect width="24" height="10" fill="currentColor" opacity="0.16" stroke="none" />
          {look === 'edged' ? <path d="M0 0.5H24M0 9.5H24" strokeWidth="0.75" /> : null}
        </Entry>
      ))}
      {marks.length > 0 ? (
        <Entry label={marks.length === 1 ? '1 anomaly' : `${marks.length} anomalies`}>
          <rect x="4" width="16" height="10" className="chart-key-event" />
          <circle cx="12" cy="5" r="3.5" strokeWidth="1.5" />
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
