import './skeleton.css'
import { useEffect, useState, type ReactNode } from 'react'

const SHOW_AFTER_MS = 200

/** Shows its content after 200 ms only: what loads faster than that should not flicker. The space is kept from the start. */
export function AfterAMoment({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="after-a-moment" data-shown={shown || undefined} aria-busy="true">
      <span className="visually-hidden" role="status">
        {shown ? 'Loading' : ''}
      </span>
      {children}
    </div>
  )
}

/** A grey bar where text will stand. @param width any CSS width */
export function SkeletonBar({ width = '100%', height = 12 }: { width?: string | number; height?: number }) {
  return <span className="skeleton-bar" style={{ width, height }} aria-hidden="true" />
}
