import { useSyncExternalStore } from 'react'
import { chartThemes } from './theme.ts'
import type { ChartTheme } from './theme.ts'

/** The tokens of the theme that the page shows now (`data-theme` of its root element); follows when it changes. */
export function useChartTheme(): ChartTheme {
  return chartThemes[useSyncExternalStore(onThemeChange, readTheme)]
}

const readTheme = (): 'light' | 'dark' => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light')

function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
