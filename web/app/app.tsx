import { RouterProvider } from '@tanstack/react-router'
import { router } from './router.ts'

/** The page. */
export function App() {
  return <RouterProvider router={router} />
}
