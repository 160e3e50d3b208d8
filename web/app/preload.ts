import type { AnyRouter } from '@tanstack/react-router'

/**
 * Fetches the code of the page that is being opened while the server is still being asked who is there; otherwise the two
 * would wait for each other.
 */
export function preloadOpenedPage(router: AnyRouter): void {
  for (const { routeId } of router.matchRoutes(router.latestLocation)) {
    const component: unknown = router.routesById[routeId]?.options?.component
    if (isPreloadable(component)) void component.preload()
  }
}

function isPreloadable(component: unknown): component is { preload: () => Promise<void> } {
  return typeof component === 'function' && 'preload' in component && typeof component.preload === 'function'
}
