import './empty.css'
import type { ReactNode } from 'react'

/** What would be here, and the one action that fills it. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children ? <div className="empty-text">{children}</div> : null}
      {action}
    </div>
  )
}
