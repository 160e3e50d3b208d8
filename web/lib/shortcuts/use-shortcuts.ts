import { useEffect, useRef } from 'react'
import { makeShortcutRegistry, type Shortcut } from './registry.ts'

/** The shortcuts of the page. */
export const shortcuts = makeShortcutRegistry()

/** Gives keys a meaning as long as the component is there. The list may be built anew on each render. */
export function useShortcuts(list: readonly Shortcut[]): void {
  const newest = useRef(list)
  useEffect(() => {
    newest.current = list
  })
  const keys = JSON.stringify(list.map((shortcut) => [shortcut.keys, shortcut.label, shortcut.group]))
  useEffect(() => {
    const stable = newest.current.map((shortcut, index) => ({
      ...shortcut,
      when: () => newest.current[index]?.when?.() ?? true,
      run: () => newest.current[index]?.run(),
    }))
    return shortcuts.add(stable)
  }, [keys])
}

/** Listens to the keyboard, once, for the whole page. */
export function useShortcutListener(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (shortcuts.press(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
