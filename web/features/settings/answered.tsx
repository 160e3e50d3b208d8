import type { ReactNode } from 'react'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import type { Answer } from './ask.ts'

interface AnsweredProps<Data> {
  answer: Answer<Data>
  skeleton: ReactNode
  children: (data: Data) => ReactNode
}

/** What stands in the place of an answer: its skeleton, its error, or what it says. */
export function Answered<Data>({ answer: { data, error, refetch }, skeleton, children }: AnsweredProps<Data>) {
  if (data === undefined) return error ? <ErrorPanel error={error} onRetry={refetch} /> : skeleton
  return (
    <>
      {error ? <ErrorPanel error={error} onRetry={refetch} /> : null}
      {children(data)}
    </>
  )
}
