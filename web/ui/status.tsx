import './status.css'
import type { ReactNode } from 'react'
import { statusWords, type Status } from './status-words.ts'

export { statuses, statusWords, type Status } from './status-words.ts'

const SHAPES: Readonly<Record<Status, ReactNode>> = {
  QUEUED: <circle cx="8" cy="8" r="5" />,
  RUNNING: (
    <>
      <circle cx="8" cy="8" r="5.5" opacity="0.25" />
      <path className="status-arc" d="M8 2.5A5.5 5.5 0 0 1 13.5 8" />
    </>
  ),
  SUCCEEDED: <path d="M3 8.5 6.5 12 13 4.5" />,
  FAILED: <path d="M4 4 12 12M12 4 4 12" />,
  CANCELLED: <path d="M3 8H13" />,
  TIMED_OUT: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5V8.2L10.2 9.8" />
    </>
  ),
}

/** The icon of a status: its own shape, so that colour is never the only sign. */
export function StatusIcon({ status }: { status: Status }) {
  return (
    <svg className={`status-icon ${status.toLowerCase()}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[status]}
    </svg>
  )
}

/** Icon and word. */
export function StatusLabel({ status }: { status: Status }) {
  return (
    <span className={`status-label ${status.toLowerCase()}`}>
      <StatusIcon status={status} />
      {statusWords[status]}
    </span>
  )
}
