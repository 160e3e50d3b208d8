import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Keeps the card that has the focus where it is on the screen when others come in above it. Browsers do that for whatever
 * is looked at, but not at the very top of a page.
 * @param insights what is listed: the place is looked at when it changes
 */
export function useSteadyCard(list: RefObject<HTMLElement | null>, insights: readonly unknown[]): void {
  const place = useRef<{ card: HTMLElement; top: number } | null>(null)
  useEffect(() => {
    const note = () => {
      const card = document.activeElement?.closest<HTMLElement>('.insight')
      place.current = card && list.current?.contains(card) ? { card, top: card.offsetTop } : null
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [list])
  useLayoutEffect(() => {
    const { current } = place
    if (!current?.card.contains(document.activeElement)) return
    const moved = current.card.offsetTop - current.top
    current.top = current.card.offsetTop
    if (window.scrollY === 0 && moved > 0) window.scrollBy(0, moved)
  }, [insights])
}
