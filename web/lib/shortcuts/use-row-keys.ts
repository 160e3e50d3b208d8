import { useEffect, type RefObject } from 'react'
import { useShortcuts } from './use-shortcuts.ts'

/** What the rows are called, in the list of shortcuts. */
interface Rows {
  /** 'job' */
  noun: string
  /** 'Jobs' */
  group: string
}

/**
 * Moves from row to row by j, k, the arrows, Home and End. Each row is known by its link, which Enter opens; the row one
 * was on keeps the focus when the list changes underneath, because rows keep their identity.
 */
export function useRowKeys(body: RefObject<HTMLElement | null>, { noun, group }: Rows): void {
  const links = () => [...(body.current?.querySelectorAll<HTMLElement>('a.row-link') ?? [])]
  const move = (step: 1 | -1) => {
    const all = links()
    const active = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('a.row-link')
    const at = active ? all.indexOf(active) : -1
    const to = at === -1 ? (step === 1 ? 0 : all.length - 1) : at + step
    focusRow(all[Math.max(0, Math.min(all.length - 1, to))])
  }

  useShortcuts([
    { keys: ['j'], label: `Next ${noun} in the list`, group, run: () => move(1) },
    { keys: ['k'], label: `Previous ${noun} in the list`, group, run: () => move(-1) },
  ])

  useEffect(() => {
    const element = body.current
    if (!element) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown') move(1)
      else if (event.key === 'ArrowUp') move(-1)
      else if (event.key === 'Home') focusRow(links()[0])
      else if (event.key === 'End') focusRow(links().at(-1))
      else return
      event.preventDefault()
    }
    element.addEventListener('keydown', onKeyDown)
    return () => element.removeEventListener('keydown', onKeyDown)
  })
}

function focusRow(link: HTMLElement | undefined) {
  link?.focus({ preventScroll: true })
  link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
}
