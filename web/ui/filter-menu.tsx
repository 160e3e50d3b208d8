import './filter-menu.css'
import { lazyPart } from '../lib/lazy-part.ts'
import type { FilterItem, FilterListProps } from './filter-list.tsx'
import { Icon } from './icon.tsx'
import { Opener } from './opener.tsx'

const load = () => import('./filter-list.tsx')
const FilterList = lazyPart(load, 'FilterList')

interface FilterMenuProps extends FilterListProps {
  onOpenChange?: (open: boolean) => void
}

/** A button that says what is chosen, and opens the list to choose any number of things from. */
export function FilterMenu({ onOpenChange, ...list }: FilterMenuProps) {
  const { label, items, selected } = list
  return (
    <Opener
      opens="dialog"
      load={load}
      className={selected.length > 0 ? 'filter-button chosen' : 'filter-button'}
      popup={(place) => <FilterList place={place} {...list} />}
      onOpenChange={onOpenChange}
    >
      <span className="filter-words">{summary(label, items, selected)}</span>
      <Icon name="chevronDown" />
    </Opener>
  )
}

function summary(label: string, items: readonly FilterItem[], selected: readonly string[]): string {
  const [first] = selected
  if (first === undefined) return label
  const name = items.find(({ id }) => id === first)?.name ?? first
  return selected.length === 1 ? `${label}: ${name}` : `${label}: ${name} +${selected.length - 1}`
}
