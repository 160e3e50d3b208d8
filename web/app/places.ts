import { sections } from '../features/settings/sections.ts'
import type { IconName } from '../ui/icon.tsx'

interface Place {
  to: '/dashboards' | '/jobs' | '/pipelines' | '/insights'
  title: string
  letter: string
  icon: IconName
}

/** The places of the page, in the order of the navigation. `g` and the letter lead there. */
export const places: readonly Place[] = [
  { to: '/dashboards', title: 'Dashboards', letter: 'd', icon: 'dashboards' },
  { to: '/jobs', title: 'Jobs', letter: 'j', icon: 'jobs' },
  { to: '/pipelines', title: 'Pipelines', letter: 'p', icon: 'pipelines' },
  { to: '/insights', title: 'Insights', letter: 'i', icon: 'insights' },
]

/** A place that is not in the navigation. */
export interface QuietPlace {
  to: string
  title: string
  icon: IconName
  /** Who has not got this finds nothing there. */
  permission?: string
}

/** The viewer's own account. */
export const profilePlace: QuietPlace & { letter: string } = {
  to: '/profile',
  title: 'Profile',
  letter: 'u',
  icon: 'user',
}

/** The settings of the organization begin with who is in it. */
export const settingsPlace: QuietPlace & { letter: string } = {
  to: '/settings/members',
  title: 'Settings',
  letter: 's',
  icon: 'settings',
}

/** What the palette finds besides the navigation. */
export const quietPlaces: readonly QuietPlace[] = [
  profilePlace,
  ...sections.map((section) => ({ ...section, icon: 'settings' as const })),
]
