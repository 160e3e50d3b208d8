import { useEffect, useState } from 'react'

/**
 * The present moment, in milliseconds since 1970, drawn anew every `everyMs`; null stands still. Everything that says how
 * long ago something was, or how long it has been running, takes its moment from here.
 */
export function useNow(everyMs: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (everyMs === null) return
    const tick = () => setNow(Date.now())
    const timer = setInterval(tick, everyMs)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [everyMs])
  return now
}
