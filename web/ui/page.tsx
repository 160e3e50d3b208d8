import './page.css'
import { useEffect, type ReactNode } from 'react'

interface PageProps {
  title: ReactNode
  /** The title of the browser's tab, when `title` is more than text. */
  documentTitle?: string
  /** Beside the title: what can be done on this page. */
  actions?: ReactNode
  /** Under the title, muted. */
  subtitle?: ReactNode
  /** As wide as the window: for what people look at from afar. */
  wide?: boolean
  children?: ReactNode
}

/** The frame of every signed-in page: one heading, what can be done, and the content under it. */
export function Page({ title, documentTitle, actions, subtitle, wide = false, children }: PageProps) {
  const tabTitle = documentTitle ?? (typeof title === 'string' ? title : '')
  useEffect(() => {
    document.title = tabTitle === '' ? 'Tachograph' : `${tabTitle} · Tachograph`
  }, [tabTitle])
  return (
    <div className={wide ? 'page wide' : 'page'}>
      <header className="page-header">
        <div className="page-heading">
          <h1>{title}</h1>
          {subtitle ? <p className="muted">{subtitle}</p> : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}
