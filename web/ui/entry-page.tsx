import './entry-page.css'
import { useEffect, useRef, type FormEventHandler, type ReactNode } from 'react'
import { Brand } from './brand.tsx'

interface EntryPageProps {
  title: string
  text?: ReactNode
  /** What the server said against it. */
  problem?: string
  /** Absent: there is nothing to fill in. */
  onSubmit?: FormEventHandler
  /** It came in the place of a form: the heading takes the focus, so that it is read out. */
  focusTitle?: boolean
  /** Under the box: where else one may want to go. */
  foot?: ReactNode
  children?: ReactNode
}

/** A page with one thing on it, for people who are not signed in yet. */
export function EntryPage({ title, text, problem, onSubmit, focusTitle, foot, children }: EntryPageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focusTitle) heading.current?.focus()
  }, [focusTitle])
  const said = useRef<HTMLParagraphElement>(null)
  // On a phone the button is below what is said over the fields.
  useEffect(() => {
    if (problem) said.current?.scrollIntoView({ block: 'nearest' })
  }, [problem])
  useEffect(() => {
    document.title = `${title} · Tachograph`
  }, [title])
  const content = (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {text ? <p className="muted">{text}</p> : null}
      <p ref={said} className="entry-problem" role="alert">
        {problem}
      </p>
      {children}
    </>
  )
  return (
    <main className="entry-page">
      <Brand />
      {onSubmit ? (
        <form className="entry-box" onSubmit={onSubmit} noValidate>
          {content}
        </form>
      ) : (
        <div className="entry-box">{content}</div>
      )}
      {foot ? <div className="entry-foot">{foot}</div> : null}
    </main>
  )
}
