import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { PanelFilter } from '../../../panels/panel.ts'
import type { Span } from '../../../lib/range.ts'
import { DrillDialog } from './drill-dialog.tsx'
import { drillDown, type DrillDown, type DrillPart } from './drill-down.ts'

/** A value whose jobs are asked for. */
export type DrillValue = { span: Span; key: DrillPart['key']; filters: readonly PanelFilter[] }

/** Opens the jobs behind a value; what their list cannot be narrowed down by is said before. */
export function useDrill(): { drill: (value: DrillValue) => void; dialog: ReactNode } {
  const navigate = useNavigate()
  const [asked, setAsked] = useState<DrillDown | null>(null)
  const drill = (value: DrillValue) => {
    const found = drillDown(value)
    if (found.leftOut.length > 0) setAsked(found)
    else void navigate({ to: '/jobs', search: found.search })
  }
  return { drill, dialog: asked ? <DrillDialog drill={asked} onClose={() => setAsked(null)} /> : null }
}
