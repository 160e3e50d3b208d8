import type { AnyRouter } from '@tanstack/react-router'

/** How long the opened page has the connection for itself. */
const OTHERS_AFTER_MS = 3_000

/**
 * Fetches the code of the page that is being opened while the server is still being asked who is there; otherwise the two
 * would wait for each other.
 */
export function preloadOpenedPage(router: AnyRouter): void {
  for (const { routeId } of router.matchRoutes(router.latestLocation)) preload(router.routesById[routeId])
}

/**
 * Fetches the code of all other pages a little later, and of what opens over each of them, so that they open at once, also
 * while the server is away. Returns a function that calls it off.
 */
export function preloadOthers(router: AnyRouter): () => void {
  const fetchAll = () => {
    Object.values(router.routesById).forEach(preload)
    for (const load of popups) void load()
  }
  const timer = setTimeout(fetchAll, OTHERS_AFTER_MS)
  return () => clearTimeout(timer)
}

const popups = [
  () => import('../ui/action-list.tsx'),
  () => import('../ui/date-range/date-range-dialog.tsx'),
  () => import('../ui/dialog-box.tsx'),
  () => import('../ui/filter-list.tsx'),
  () => import('../ui/select-list.tsx'),
  () => import('./palette/palette.tsx'),
  () => import('./shortcut-list.tsx'),
  () => import('./user-list.tsx'),
]

function preload(route: { options?: { component?: unknown } } | undefined) {
  const component = route?.options?.component
  if (isPreloadable(component)) void component.preload()
}

function isPreloadable(component: unknown): component is { preload: () => Promise<void> } {
  return typeof component === 'function' && 'preload' in component && typeof component.preload === 'function'
}
