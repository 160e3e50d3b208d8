import './scroll-box.css'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'

interface ScrollBoxProps {
  /** What is in it. */
  label: string
  children: ReactNode
}

/** As high as its place. What is higher scrolls, by keyboard too: only then is it a stop of Tab. */
export function ScrollBox({ label, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  // Before the browser draws: the observer speaks a frame later, which on a busy page takes a while.
  useLayoutEffect(() => {
    if (!box.current || !content.current) return
    const { current } = box
    const look = () => setScrolls(current.scrollHeight > current.clientHeight)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(current)
    observer.observe(content.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className="scroll-box" {...(scrolls && { role: 'group', 'aria-label': label, tabIndex: 0 })}>
      <div ref={content}>{children}</div>
    </div>
  )
}
