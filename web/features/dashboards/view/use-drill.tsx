import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { DrillDialog } from './drill-dialog.tsx'
import { drillDown, type DrillDown, type DrillPart } from './drill-down.ts'

/** Opens the jobs behind a value; what their list cannot be narrowed down by is said before. */
export function useDrill(): { drill: (part: DrillPart) => void; dialog: ReactNode } {
  const navigate = useNavigate()
  const [asked, setAsked] = useState<DrillDown | null>(null)
  const drill = (part: DrillPart) => {
    const found = drillDown(part)
    if (found.leftOut.length > 0) setAsked(found)
    else void navigate({ to: '/jobs', search: found.search })
  }
  return { drill, dialog: asked ? <DrillDialog drill={asked} onClose={() => setAsked(null)} /> : null }
}
