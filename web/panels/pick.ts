import type { PanelInteraction, PickedPart } from './panel.ts'

/**
 * What picking does, on every panel alike: it keeps only the values that the part stands for, on all panels. With Shift, and
 * where the part stands for no value, it opens the rows behind it.
 */
export function pick(part: PickedPart, shift: boolean, { onFilter, onDrill }: PanelInteraction): void {
  if (shift || part.key.length === 0 || !onFilter) return onDrill?.(part)
  for (const { dimension, value } of part.key) onFilter(dimension, value)
}

/** What picking does, for the hint under a tooltip; undefined where it does nothing. */
export function pickHint({ onFilter, onDrill }: PanelInteraction, hasKey: boolean): string | undefined {
  if (hasKey && onFilter)
    return onDrill ? 'Click or Enter keeps only this, with Shift opens its rows' : 'Click or Enter keeps only this'
  return onDrill ? 'Click or Enter opens these rows' : undefined
}
