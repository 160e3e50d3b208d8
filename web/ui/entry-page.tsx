import './entry-page.css'
import { useEffect, type FormEventHandler, type ReactNode } from 'react'
import { Brand } from './brand.tsx'

interface EntryPageProps {
  title: string
  text?: string
  /** What the server said against it. */
  problem?: string
  onSubmit: FormEventHandler
  children: ReactNode
}

/** A page with one form on it, for people who are not signed in yet. */
export function EntryPage({ title, text, problem, onSubmit, children }: EntryPageProps) {
  useEffect(() => {
    document.title = `${title} · Tachograph`
  }, [title])
  return (
    <main className="entry-page">
      <Brand />
      <form className="entry-form" onSubmit={onSubmit} noValidate>
        <h1>{title}</h1>
        {text ? <p className="muted">{text}</p> : null}
        {children}
        <p className="field-error" role="alert">
          {problem}
        </p>
      </form>
    </main>
  )
}
