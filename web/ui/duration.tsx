import { formatDuration, formatExactDuration } from '../lib/format.ts'
import { useWordsOfNow } from '../lib/use-now.ts'

interface DurationProps {
  /** Milliseconds; null when it is not known yet. */
  ms: number | null | undefined
  /** When given and `ms` is not known: it has been going on since this moment, and is shown growing. */
  since?: string | null
}

/** A length of time as people say it, exact on hover. One that still goes on grows by the second. A dash when unknown. */
export function Duration({ ms, since }: DurationProps) {
  if (typeof ms === 'number') {
    return (
      <span className="numeric" title={formatExactDuration(ms)}>
        {formatDuration(ms)}
      </span>
    )
  }
  return since ? <Growing since={Date.parse(since)} /> : <Missing />
}

function Growing({ since }: { since: number }) {
  const words = useWordsOfNow((now) => growingWords(Math.floor(Math.max(0, now - since) / 1000)))
  return (
    <span className="numeric" title="Still going on">
      {words}
    </span>
  )
}

function growingWords(seconds: number): string {
  return seconds === 0 ? '0 s' : formatDuration(seconds * 1000)
}

/** What is not known. */
export function Missing() {
  return (
    <span className="muted">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">none</span>
    </span>
  )
}
