import { dashboardAddress } from '../../features/dashboards/dashboard-address.ts'
import type { PaletteSearchQuery } from '../../gql/graphql.ts'
import type { IconName } from '../../ui/icon.tsx'
import type { Status } from '../../ui/status.tsx'
import { places, quietPlaces, type QuietPlace } from '../places.ts'

/** One thing that the palette leads to. */
export interface PaletteItem {
  id: string
  name: string
  /** An address of this page. */
  to: string
  icon: IconName
  status?: Status
  note?: string
}

/** Things of one kind, under their heading. */
export interface PaletteGroup {
  title: string
  items: PaletteItem[]
}

/** What the palette offers for a text: pages by their title, and what the server found. Empty groups are left out. */
export function paletteGroups(
  text: string,
  found: PaletteSearchQuery | undefined,
  permissions: readonly string[],
): PaletteGroup[] {
  const wanted = text.trim().toLowerCase()
  const isWanted = ({ title }: { title: string }) => title.toLowerCase().includes(wanted)
  const isAllowed = ({ permission }: QuietPlace) => permission === undefined || permissions.includes(permission)
  const dashboards = (found?.dashboards.nodes ?? []).map(({ id, title, folder }) => ({
    id: `dashboard ${id}`,
    name: title,
    to: dashboardAddress(id),
    icon: 'dashboards' as const,
    note: folder ?? undefined,
  }))
  const pipelines = (found?.pipelines.nodes ?? []).map(({ id, name }) => ({
    id: `pipeline ${id}`,
    name,
    to: `/pipelines/${encodeURIComponent(id)}`,
    icon: 'pipelines' as const,
    note: name === id ? undefined : id,
  }))
  const jobs = (found?.jobs.nodes ?? []).map((job) => ({
    id: `job ${job.id}`,
    name: job.externalId,
    to: `/jobs/${job.id}`,
    icon: 'jobs' as const,
    status: job.status,
    note: job.pipeline.name,
  }))
  const search = wanted === '' ? [] : [searchItem(text.trim())]
  // Many, and seldom wanted: they come when they are asked for.
  const settings = wanted === '' ? [] : quietPlaces.filter(isAllowed).filter(isWanted)
  return [
    { title: 'Pages', items: places.filter(isWanted).map(placeItem) },
    { title: 'Settings', items: settings.map(quietItem) },
    { title: 'Dashboards', items: dashboards },
    { title: 'Pipelines', items: pipelines },
    { title: 'Jobs', items: [...jobs, ...search] },
  ].filter(({ items }) => items.length > 0)
}

function placeItem({ to, title, letter, icon }: (typeof places)[number]): PaletteItem {
  return { id: `page ${to}`, name: title, to, icon, note: `g ${letter}` }
}

function quietItem({ to, title, icon }: QuietPlace): PaletteItem {
  return { id: `page ${to}`, name: title, to, icon }
}

function searchItem(text: string): PaletteItem {
  return {
    id: 'search',
    name: `Search jobs for "${text}"`,
    to: `/jobs?${new URLSearchParams({ text }).toString()}`,
    icon: 'search',
  }
}
