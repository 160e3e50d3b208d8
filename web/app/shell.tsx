import './shell.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../ui/icon.tsx'
import { LiveIndicator } from './live-indicator.tsx'
import { StaleBar } from './stale-bar.tsx'

const PLACES: readonly { to: '/jobs' | '/pipelines'; title: string; icon: IconName }[] = [
  { to: '/jobs', title: 'Jobs', icon: 'jobs' },
  { to: '/pipelines', title: 'Pipelines', icon: 'pipelines' },
]

/** What stands around every page: the name, the places, the state of the connection, the viewer's menu. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <header className="shell-top">
        <Link to="/jobs" className="shell-brand">
          Tachograph
        </Link>
        <nav className="shell-places" aria-label="Main">
          {PLACES.map(({ to, title, icon }) => (
            <Link key={to} to={to} className="shell-place">
              <Icon name={icon} />
              {title}
            </Link>
          ))}
        </nav>
        <div className="shell-end">
          <LiveIndicator />
        </div>
      </header>
      <StaleBar />
      <main id="content" className="shell-content" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
