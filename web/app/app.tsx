import { RouterProvider } from '@tanstack/react-router'
import { preloadOpenedPage } from './preload.ts'
import { router } from './router.ts'

preloadOpenedPage(router)

/** The page. */
export function App() {
  return <RouterProvider router={router} />
}
