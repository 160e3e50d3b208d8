import { useEffect, useState } from 'react'

const SAY_FOR_MS = 2000

/** What is said for two seconds of something that was just done; null for nothing. */
export function useSaid(): [said: string | null, say: (words: string) => void] {
  const [said, setSaid] = useState<{ words: string } | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), SAY_FOR_MS)
    return () => clearTimeout(timer)
  }, [said])
  return [said?.words ?? null, (words) => setSaid({ words })]
}
