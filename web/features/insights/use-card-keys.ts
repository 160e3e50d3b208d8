import type { RefObject } from 'react'
import { useShortcuts } from '../../lib/shortcuts/use-shortcuts.ts'

/** Moves from card to card by j and k. Each card is known by its sentence, which Enter opens. */
export function useCardKeys(list: RefObject<HTMLElement | null>): void {
  const move = (step: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a.insight-link') ?? [])]
    const active = document.activeElement?.closest('.insight')?.querySelector<HTMLElement>('a.insight-link')
    const at = active ? links.indexOf(active) : -1
    const link = links[at === -1 ? 0 : Math.max(0, Math.min(links.length - 1, at + step))]
    link?.focus({ preventScroll: true })
    link?.closest('.insight')?.scrollIntoView({ block: 'nearest' })
  }
  useShortcuts([
    { keys: ['j'], label: 'Next insight', group: 'Insights', run: () => move(1) },
    { keys: ['k'], label: 'Previous insight', group: 'Insights', run: () => move(-1) },
  ])
}
