import './route-error-page.css'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ServerAway } from '../lib/session.ts'
import { Brand } from '../ui/brand.tsx'
import { ErrorPanel } from '../ui/error-panel.tsx'

const TRY_EVERY_MS = 3000

/** In the place of a page that could not be shown: the server was away when it was opened, or the page itself failed. */
export function RouteErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const away = error instanceof ServerAway
  useEffect(() => {
    if (!away) return
    const again = () => void router.invalidate()
    const timer = setInterval(again, TRY_EVERY_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [router, away])
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <main className="route-error-page">
      <Brand />
      <ErrorPanel error={error} onRetry={retry} />
    </main>
  )
}
