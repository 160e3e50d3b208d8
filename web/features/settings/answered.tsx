import type { ReactNode } from 'react'
import type { AnswerOf } from '../../lib/use-answer.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'

interface AnsweredProps<Data> {
  answer: AnswerOf<Data>
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
