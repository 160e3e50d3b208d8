import './route-error-page.css'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isCodeMissing } from '../lib/page-code.ts'
import { ServerAway } from '../lib/session.ts'
import { Brand } from '../ui/brand.tsx'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { session } from './session.ts'

const TRY_EVERY_MS = 3000
/** A page that is younger does not load itself anew, or one that is broken would do so again and again. */
const RELOAD_AFTER_MS = 10_000

/** In the place of a page that could not be shown: the server was away when it was opened, or the page itself failed. */
export function RouteErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const away = error instanceof ServerAway
  const codeMissing = isCodeMissing(error)
  useEffect(() => {
    if (!away && !codeMissing) return
    const again = () => (codeMissing ? reloadOnceThere() : void router.invalidate())
    const timer = setInterval(again, TRY_EVERY_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [router, away, codeMissing])
  const retry = () => {
    if (codeMissing) return window.location.reload()
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

/** Loads the page anew when the server answers; while it does not, the browser would show its own error instead. */
function reloadOnceThere() {
  if (performance.now() < RELOAD_AFTER_MS) return
  session.check().then(
    () => window.location.reload(),
    () => {},
  )
}
