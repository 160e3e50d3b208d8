import { useEffect, useState } from 'react'

/** A value once it has stopped changing for a while; until then the one before. Give it a value that stays the same object while it means the same. */
export function useSettled<Value>(value: Value, pauseMs: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value, pauseMs])
  return settled
}
