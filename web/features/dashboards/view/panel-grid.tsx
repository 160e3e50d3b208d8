import './panel-grid.css'
import { useRef, type ReactNode } from 'react'
import { useSeen } from '../../../lib/use-seen.ts'
import { Panel } from '../../../ui/panel.tsx'
import type { PanelDocument } from '../document.ts'
import { gapPx, rowPx } from '../grid-size.ts'
import { inReadingOrder } from '../reading-order.ts'

interface PanelGridProps {
  panels: readonly PanelDocument[]
  children: (panel: PanelDocument) => ReactNode
}

/** Panels at their places, on a phone under each other. One that is far from sight is drawn when it comes near; its place and its heading are there before. */
export function PanelGrid({ panels, children }: PanelGridProps) {
  return (
    <div className="panel-grid">
      {inReadingOrder(panels).map((panel) => (
        <Place key={panel.id} panel={panel}>
          {children}
        </Place>
      ))}
    </div>
  )
}

function Place({ panel, children }: { panel: PanelDocument; children: PanelGridProps['children'] }) {
  const { x, y, w, h } = panel.layout
  const box = useRef<HTMLDivElement>(null)
  const isSeen = useSeen(box)
  const style = {
    gridColumn: `${x + 1} / span ${w}`,
    gridRow: `${y + 1} / span ${h}`,
    '--panel-height': `${h * (rowPx + gapPx) - gapPx}px`,
  }
  return (
    <div className="panel-place" ref={box} style={style}>
      {isSeen ? children(panel) : <Panel title={panel.title}>{null}</Panel>}
    </div>
  )
}
