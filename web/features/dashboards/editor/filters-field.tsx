import './filters-field.css'
import { useState } from 'react'
import type { PanelFilter } from '../../../panels/panel.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldGroup } from '../../../ui/checkbox.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { ConditionRow, type FilterSource } from './condition-row.tsx'
import { filterWords, finishedFilters, groupOf, newGroup } from './filters.ts'

interface FiltersFieldProps {
  filters: readonly PanelFilter[]
  source: FilterSource
  error?: string
  onChange: (filters: PanelFilter[]) => void
}

/** Which rows count. What is still being written stands here and is told only once it says something. */
export function FiltersField({ filters, source, error, onChange }: FiltersFieldProps) {
  const [written, setWritten] = useState<readonly PanelFilter[]>(filters)
  const [told, setTold] = useState(() => JSON.stringify(filters))
  const [resets, setResets] = useState(0)
  // Something else than what was told stands there: an undo, or another dataset.
  if (JSON.stringify(filters) !== told) {
    setTold(JSON.stringify(filters))
    setWritten(filters)
    setResets(resets + 1)
  }
  const change = (next: readonly PanelFilter[]) => {
    const finished = finishedFilters(next)
    setWritten(next)
    setTold(JSON.stringify(finished))
    if (JSON.stringify(finished) !== JSON.stringify(filters)) onChange(finished)
  }
  return (
    <FieldGroup label="Filters" error={error} note={written.length > 1 ? 'All of them must be fulfilled.' : undefined}>
      <FilterList key={resets} filters={written} source={source} onChange={change} />
      <div className="filter-buttons">
        <Button onPress={() => change([...written, {}])}>
          <Icon name="plus" />
          Add filter
        </Button>
        <Button onPress={() => change([...written, newGroup('any', [{}])])}>
          <Icon name="plus" />
          Add group
        </Button>
      </div>
    </FieldGroup>
  )
}

interface FilterListProps {
  filters: readonly PanelFilter[]
  source: FilterSource
  /** Within a group: what stands deeper is shown as text. */
  isInner?: boolean
  onChange: (filters: PanelFilter[]) => void
}

function FilterList({ filters, source, isInner = false, onChange }: FilterListProps) {
  const replace = (place: number, filter: PanelFilter) => onChange(filters.toSpliced(place, 1, filter))
  return (
    <ul className="filter-list">
      {filters.map((filter, place) => {
        const group = groupOf(filter)
        const words = filterWords(filter, source.dataset)
        return (
          // A filter has no name: what it is changes with every key, and its place does not.
          <li key={`${place} of ${filters.length}`} className={group ? 'filter-row group' : 'filter-row'}>
            {group && isInner ? <span className="filter-deep">{words}</span> : null}
            {group && !isInner ? (
              <FilterGroup group={group} source={source} onChange={(next) => replace(place, next)} />
            ) : null}
            {group ? null : <ConditionRow filter={filter} source={source} onChange={(next) => replace(place, next)} />}
            <Button
              look="quiet"
              square
              aria-label={filter.dimension ? `Remove the filter: ${words}` : 'Remove this filter'}
              onPress={() => onChange(filters.toSpliced(place, 1))}
            >
              <Icon name="close" />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

const joins = [
  { id: 'any', name: 'At least one of these' },
  { id: 'all', name: 'All of these' },
]

interface FilterGroupProps {
  group: NonNullable<ReturnType<typeof groupOf>>
  source: FilterSource
  onChange: (filter: PanelFilter) => void
}

function FilterGroup({ group: { join, filters }, source, onChange }: FilterGroupProps) {
  return (
    <div className="filter-group">
      <SelectField
        label="How many of the group must be fulfilled"
        labelHidden
        items={joins}
        value={join}
        onChange={({ target }) => onChange(newGroup(target.value === 'all' ? 'all' : 'any', filters))}
      />
      <FilterList filters={filters} source={source} isInner onChange={(next) => onChange(newGroup(join, next))} />
      <Button look="quiet" onPress={() => onChange(newGroup(join, [...filters, {}]))}>
        <Icon name="plus" />
        Add to group
      </Button>
    </div>
  )
}
