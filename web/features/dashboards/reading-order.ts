import type { PanelDocument } from './document.ts'

/** Panels from left to right and from top to bottom: the order in which they are read, on a phone and by a screen reader. */
export function inReadingOrder(panels: readonly PanelDocument[]): PanelDocument[] {
  return [...panels].sort((a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x)
}
