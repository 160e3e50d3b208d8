import { createRouter } from '@tanstack/react-router'
import { parseSearch, stringifySearch } from '../lib/search-string.ts'
import { routeTree } from './routes.tsx'

/** The one router. Routes are loaded when first needed, and ahead of that when a link to them is pointed at or focused. */
export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
