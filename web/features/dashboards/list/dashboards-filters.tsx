import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextFilter } from '../../../ui/text-filter.tsx'
import type { Folder } from './dashboards-query.ts'
import { isFiltered, shownChoices, type DashboardsSearch } from './dashboards-search.ts'
import { RenameFolderDialog } from './rename-folder-dialog.tsx'

const showItems = [
  { id: 'all', name: 'All dashboards' },
  { id: 'favourites', name: 'Favourites' },
  { id: 'recent', name: 'Opened lately' },
  { id: 'mine', name: 'My own' },
]
const sortItems = [
  { id: 'name', name: 'By name' },
  { id: 'changed', name: 'Last changed first' },
]
const allFolders = { id: '', name: 'All folders' }

interface DashboardsFiltersProps {
  search: DashboardsSearch
  folders: readonly Folder[]
  mayEdit: boolean
}

/** Everything that narrows the list down or turns it round. All of it is the address; nothing else remembers it. */
export function DashboardsFilters({ search, folders, mayEdit }: DashboardsFiltersProps) {
  const navigate = useNavigate()
  const [renaming, setRenaming] = useState(false)
  const change = (part: Partial<DashboardsSearch>, replace = false) =>
    void navigate({ to: '/dashboards', search: { ...search, ...part }, replace })
  const { folder } = search
  return (
    <search className="dashboards-filters" aria-label="Filter dashboards">
      <TextFilter
        label="Search dashboards"
        group="Dashboards"
        text={search.text ?? ''}
        onChange={(text) => change({ text: text || undefined }, true)}
      />
      <Select
        label="Which dashboards"
        items={showItems}
        value={search.show ?? 'all'}
        onChange={(id) => change({ show: shownChoices.find((choice) => choice === id) })}
      />
      {folders.length > 0 || folder !== undefined ? (
        <Select
          label="Folder"
          items={folderItems(folders, folder)}
          value={folder ?? ''}
          onChange={(path) => change({ folder: path || undefined })}
        />
      ) : null}
      <Select
        label="Order"
        items={sortItems}
        value={search.sort ?? 'name'}
        onChange={(id) => change({ sort: id === 'changed' ? 'changed' : undefined })}
      />
      {mayEdit && folder !== undefined ? (
        <Button look="quiet" onPress={() => setRenaming(true)}>
          Rename folder
        </Button>
      ) : null}
      {isFiltered(search) ? (
        <Button look="quiet" onPress={() => void navigate({ to: '/dashboards', search: { sort: search.sort } })}>
          Clear filters
        </Button>
      ) : null}
      {renaming && folder !== undefined ? (
        <RenameFolderDialog
          folder={folder}
          onRenamed={(path) => change({ folder: path }, true)}
          onClose={() => setRenaming(false)}
        />
      ) : null}
    </search>
  )
}

/** The folders there are, and the one that was chosen, though nothing may be in it any more. */
function folderItems(folders: readonly Folder[], chosen: string | undefined) {
  const paths = folders.map(({ path }) => path)
  const known = chosen === undefined || paths.includes(chosen) ? paths : [chosen, ...paths]
  return [allFolders, ...known.map((path) => ({ id: path, name: path }))]
}
