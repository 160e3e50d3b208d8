import './tag.css'
import type { ReactNode } from 'react'

interface TagProps {
  /** The colour only underlines what the word says. */
  tone?: 'plain' | 'good' | 'bad' | 'warning' | 'accent'
  children: ReactNode
}

/** A word or two about something, set apart. */
export function Tag({ tone = 'plain', children }: TagProps) {
  return <span className={`tag ${tone}`}>{children}</span>
}
