import './shell.css'
import { Link, useRouterState } from '@tanstack/react-router'
import { Suspense, useState, type ReactNode } from 'react'
import { lazyPart } from '../lib/lazy-part.ts'
import { useShortcutListener } from '../lib/shortcuts/use-shortcuts.ts'
import { Brand } from '../ui/brand.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { LiveIndicator } from './live-indicator.tsx'
import { NewInsights } from './new-insights.tsx'
import { places } from './places.ts'
import { StaleBar } from './stale-bar.tsx'
import { useGlobalShortcuts } from './use-global-shortcuts.ts'
import { UserMenu } from './user-menu.tsx'

const Palette = lazyPart(() => import('./palette/palette.tsx'), 'Palette')
const ShortcutList = lazyPart(() => import('./shortcut-list.tsx'), 'ShortcutList')

/** What lies over the page. */
type Overlay = 'palette' | 'shortcuts' | null

/** What stands around every page: the name, the places, the state of the connection, the viewer's menu. */
export function Shell({ children }: { children: ReactNode }) {
  const [overlay, setOverlay] = useState<Overlay>(null)
  const close = () => setOverlay(null)
  useShortcutListener()
  useGlobalShortcuts({ onPalette: () => setOverlay('palette'), onShortcuts: () => setOverlay('shortcuts') })
  if (useIsKiosk()) return <Kiosk>{children}</Kiosk>
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <header className="shell-top">
        <Link to="/jobs" className="shell-brand" aria-label="Tachograph, to the jobs">
          <Brand />
        </Link>
        <Places />
        <div className="shell-end">
          <LiveIndicator />
          <Button look="quiet" aria-keyshortcuts="Control+K Meta+K" onPress={() => setOverlay('palette')}>
            <Icon name="search" />
            <span className="visually-hidden">Search everything</span>
            <kbd className="shell-key" aria-hidden="true">
              {commandKey} K
            </kbd>
          </Button>
          <UserMenu onShortcuts={() => setOverlay('shortcuts')} />
        </div>
      </header>
      <StaleBar />
      <main id="content" className="shell-content" tabIndex={-1}>
        {children}
      </main>
      <Suspense fallback={null}>
        {overlay === 'palette' ? <Palette onClose={close} /> : null}
        {overlay === 'shortcuts' ? <ShortcutList onClose={close} /> : null}
      </Suspense>
    </div>
  )
}

/** A screen on a wall: nothing around the page but, when it is not live, that it is not. */
function Kiosk({ children }: { children: ReactNode }) {
  return (
    <div className="shell kiosk">
      <StaleBar />
      <main id="content" className="shell-content" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function useIsKiosk(): boolean {
  return useRouterState({
    select: ({ location: { pathname, search } }) =>
      pathname === '/kiosk' || ('kiosk' in search && search.kiosk !== undefined),
  })
}

function Places() {
  return (
    <nav className="shell-places" aria-label="Main">
      {places.map(({ to, title, icon }) => (
        <Link key={to} to={to} className="shell-place" activeOptions={{ includeSearch: false }}>
          <Icon name={icon} />
          {title}
          {to === '/insights' ? <NewInsights /> : null}
        </Link>
      ))}
    </nav>
  )
}

const commandKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
