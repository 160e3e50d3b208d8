import type { IconName } from '../ui/icon.tsx'

/** The places of the page, in the order of the navigation. `g` and the letter lead there. */
export const places: readonly { to: '/jobs' | '/pipelines'; title: string; letter: string; icon: IconName }[] = [
  { to: '/jobs', title: 'Jobs', letter: 'j', icon: 'jobs' },
  { to: '/pipelines', title: 'Pipelines', letter: 'p', icon: 'pipelines' },
]
