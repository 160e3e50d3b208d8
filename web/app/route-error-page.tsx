import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ErrorPanel } from '../ui/error-panel.tsx'

/** In the place of a page that could not be shown: the server was away when it was opened, or the page itself failed. */
export function RouteErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  useEffect(() => {
    const again = () => void router.invalidate()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [router])
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <main className="page">
      <ErrorPanel error={error} onRetry={retry} />
    </main>
  )
}
