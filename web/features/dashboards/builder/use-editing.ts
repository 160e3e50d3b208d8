import { useState } from 'react'
import { panelKindOf } from '../../../panels/index.ts'
import type { PanelKind } from '../../../panels/panel.ts'
import type { DashboardDocument, PanelDocument, PanelLayout } from '../document.ts'
import { inReadingOrder } from '../reading-order.ts'
import { gridOf, moveBy, placePanels, resizeBy, type LeastSize } from './arrange.ts'
import { copyOf, newPanel, withChangedPanel, withoutPanel, withPanel } from './edits.ts'
import { placeWords } from './place-words.ts'
import type { DocumentHistory } from './use-history.ts'

/** What can be done with the panels of a document. Each is one change that can be undone, and is said to screen readers. */
export interface Editing {
  /** The newest of it, in words, for a live region. */
  said: string
  /** The id of a panel that should have the focus as soon as it is there; another object for each time. */
  focus: { panel: string } | null
  grid: ReturnType<typeof gridOf>
  add: (kind: PanelKind, at?: Pick<PanelLayout, 'x' | 'y'>) => void
  duplicate: (panel: PanelDocument) => void
  remove: (panel: PanelDocument) => void
  changePanel: (panel: PanelDocument, what?: string) => void
  /** Panels where the mouse has put them. */
  arrange: (grid: Editing['grid'], what: string) => void
  /** By columns and rows. */
  move: (panel: PanelDocument, dx: number, dy: number) => void
  resize: (panel: PanelDocument, dw: number, dh: number) => void
}

/** The smallest size of a kind; one that this page does not know can have any. */
export function leastOf(kind: string): LeastSize {
  const { minW = 1, minH = 1 } = panelKindOf(kind)?.size ?? {}
  return { minW, minH }
}

/** Edits the panels of a document. */
export function useEditing({ document, change }: DocumentHistory): Editing {
  const [said, say] = useState('')
  const [focus, setFocus] = useState<{ panel: string } | null>(null)
  const grid = gridOf(document.panels, leastOf)

  const put = (next: DashboardDocument, what: string) => {
    change({ ...next, panels: placePanels(next.panels, gridOf(next.panels, leastOf)) }, what)
  }
  const add = (panel: PanelDocument, what: string) => {
    put(withPanel(document, panel), `${what} ${nameOf(panel)}`)
    setFocus({ panel: panel.id })
    say(`Added ${placeWords(nameOf(panel), panel.layout)}`)
  }
  const step = (panel: PanelDocument, next: Editing['grid'] | null, what: string) => {
    const to = next?.find(({ i }) => i === panel.id)
    if (!next || !to) {
      say(`${nameOf(panel)} cannot go further`)
      return
    }
    change({ ...document, panels: placePanels(document.panels, next) }, `${what} ${nameOf(panel)}`)
    say(placeWords(nameOf(panel), to))
  }
  return {
    said,
    focus,
    grid,
    add: (kind, at) => add(newPanel(kind, document, { id: crypto.randomUUID(), at }), 'Add'),
    duplicate: (panel) => add(copyOf(panel, document, crypto.randomUUID()), 'Add'),
    remove(panel) {
      const order = inReadingOrder(document.panels).map(({ id }) => id)
      const at = order.indexOf(panel.id)
      const next = order[at + 1] ?? order[at - 1]
      put(withoutPanel(document, panel.id), `Remove ${nameOf(panel)}`)
      if (next !== undefined) setFocus({ panel: next })
      say(`${nameOf(panel)} removed. Undo brings it back.`)
    },
    changePanel: (panel, what = 'Edit') => put(withChangedPanel(document, panel), `${what} ${nameOf(panel)}`),
    arrange: (next, what) => change({ ...document, panels: placePanels(document.panels, next) }, what),
    move: (panel, dx, dy) => step(panel, moveBy(grid, panel.id, dx, dy), 'Move'),
    resize: (panel, dw, dh) => step(panel, resizeBy(grid, panel.id, dw, dh), 'Resize'),
  }
}

/** A panel in words: its title, or what it is. */
export const nameOf = ({ title, kind }: PanelDocument): string => title || panelKindOf(kind)?.title || 'Panel'
