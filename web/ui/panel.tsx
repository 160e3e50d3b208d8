import './panel.css'
import type { ReactNode } from 'react'

interface PanelProps {
  title?: ReactNode
  actions?: ReactNode
  /** Content reaches the border: for tables. */
  flush?: boolean
  children: ReactNode
}

/** A bordered area with a heading. */
export function Panel({ title, actions, flush = false, children }: PanelProps) {
  return (
    <section className="panel">
      {title || actions ? (
        <header className="panel-header">
          {title ? <h2>{title}</h2> : <span />}
          {actions}
        </header>
      ) : null}
      <div className={flush ? 'panel-body flush' : 'panel-body'}>{children}</div>
    </section>
  )
}
