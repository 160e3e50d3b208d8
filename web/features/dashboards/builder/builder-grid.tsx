import './builder-grid.css'
import type { ReactNode } from 'react'
import { GridLayout, useContainerWidth, verticalCompactor, type Layout, type LayoutItem } from 'react-grid-layout'
import { panelKindOf } from '../../../panels/index.ts'
import { useMedia } from '../../../lib/use-media.ts'
import { gridColumns, type PanelDocument } from '../document.ts'
import { gapPx, rowPx } from '../grid-size.ts'
import { inReadingOrder } from '../reading-order.ts'
import { PanelGrid } from '../view/panel-grid.tsx'
import { nameOf, type Editing } from './use-editing.ts'

interface BuilderGridProps {
  panels: readonly PanelDocument[]
  editing: Editing
  /** The kind that is dragged over from the palette; null for none. */
  dragged: string | null
  children: (panel: PanelDocument) => ReactNode
}

/** The panels of a dashboard, moved and resized by mouse and by touch. On a phone they stand under each other, and their menus move and resize them. */
export function BuilderGrid({ panels, editing, dragged, children }: BuilderGridProps) {
  const { width, containerRef, mounted } = useContainerWidth()
  const isPhone = useMedia('(max-width: 640px)')
  if (isPhone) return <PanelGrid panels={panels}>{children}</PanelGrid>
  const kind = dragged === null ? null : panelKindOf(dragged)
  const arrange = (verb: string) => (layout: Layout, _before: LayoutItem | null, item: LayoutItem | null) => {
    const panel = panels.find(({ id }) => id === item?.i)
    if (panel) editing.arrange([...layout], `${verb} ${nameOf(panel)}`)
  }
  return (
    <div className="builder-grid" ref={containerRef}>
      {mounted ? (
        <GridLayout
          width={width}
          layout={editing.grid}
          gridConfig={{ cols: gridColumns, rowHeight: rowPx, margin: [gapPx, gapPx], containerPadding: [0, 0] }}
          dragConfig={{ handle: '.panel-frame-head', cancel: 'button, input' }}
          dropConfig={{ enabled: kind !== null, defaultItem: { w: kind?.size.w ?? 1, h: kind?.size.h ?? 1 } }}
          compactor={verticalCompactor}
          onDragStop={arrange('Move')}
          onResizeStop={arrange('Resize')}
          onDrop={(_layout, item) => {
            if (kind && item) editing.add(kind, { x: item.x, y: item.y })
          }}
        >
          {inReadingOrder(panels).map((panel) => (
            <div key={panel.id}>{children(panel)}</div>
          ))}
        </GridLayout>
      ) : null}
    </div>
  )
}
