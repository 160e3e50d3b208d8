import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

/** The size of an element in whole CSS pixels, followed as it changes; zeros until it is known. */
export function useSize(element: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const { current } = element
    if (!current) return
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = current
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }))
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return size
}
