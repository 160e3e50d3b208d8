import { useState } from 'react'

/** Whether a value was there once on this page; begins anew with another key. */
export function useSeenBefore(key: string, isThere: boolean): boolean {
  const [seen, setSeen] = useState<string | null>(null)
  if (isThere && seen !== key) setSeen(key)
  return seen === key
}
