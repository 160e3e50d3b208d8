import './jobs-filters.css'
import { useNavigate } from '@tanstack/react-router'
import { readRange, writeRange } from '../../lib/range.ts'
import { Button } from '../../ui/button.tsx'
import { FilterMenu } from '../../ui/filter-menu.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import { DateRange } from '../../ui/date-range/date-range.tsx'
import { TextFilter } from '../../ui/text-filter.tsx'
import { StatusIcon, statuses, statusWords } from '../../ui/status.tsx'
import { firstPage, isFiltered, type JobsSearch } from './jobs-search.ts'
import { hasRange } from './jobs-variables.ts'
import { LabelFilter } from './label-filter.tsx'
import { PipelineFilter } from './pipeline-filter.tsx'

const STATUS_ITEMS = statuses.map((status) => ({
  id: status,
  name: statusWords[status],
  icon: <StatusIcon status={status} />,
}))

/** Everything that narrows the list down or turns it round. All of it is the address; nothing else remembers it. */
export function JobsFilters({ search }: { search: JobsSearch }) {
  const navigate = useNavigate()
  const change = (part: Partial<JobsSearch>, replace = false) =>
    void navigate({ to: '/jobs', search: { ...search, ...firstPage, ...part }, replace })
  const labels = search.label ?? []
  return (
    <search className="jobs-filters" aria-label="Filter jobs">
      <TextFilter
        label="Search jobs"
        group="Jobs"
        text={search.text ?? ''}
        onChange={(text) => change({ text: text || undefined }, true)}
      />
      <FilterMenu
        label="Status"
        items={STATUS_ITEMS}
        selected={search.status ?? []}
        onChange={(chosen) => change({ status: some(statuses.filter((status) => chosen.includes(status))) })}
      />
      <PipelineFilter selected={search.pipeline ?? []} onChange={(pipeline) => change({ pipeline: some(pipeline) })} />
      <LabelFilter onAdd={(label) => change({ label: [...new Set([...labels, label])] })} />
      <DateRange
        choice={hasRange(search) ? readRange(search).choice : null}
        onChange={(choice) => change(writeRange(choice))}
        onClear={() => change(NO_RANGE)}
      />
      <Select label="Order" items={ORDER_ITEMS} value={orderItem(search)} onChange={(id) => change(orderOf(id))} />
      {labels.map((label) => (
        <Button
          key={label}
          className="filter-chip"
          aria-label={`Remove label ${label}`}
          onPress={() => change({ label: some(labels.filter((other) => other !== label)) })}
        >
          {label}
          <Icon name="close" />
        </Button>
      ))}
      {isFiltered(search) ? (
        <Button look="quiet" onPress={() => void navigate({ to: '/jobs', search: orderOf(orderItem(search)) })}>
          Clear filters
        </Button>
      ) : null}
    </search>
  )
}

const ORDER_ITEMS = [
  { id: 'newest', name: 'Newest first' },
  { id: 'oldest', name: 'Oldest first' },
  { id: 'longest', name: 'Longest first' },
  { id: 'shortest', name: 'Shortest first' },
] as const

function orderItem({ sort, direction }: JobsSearch): string {
  if (sort === 'duration') return direction === 'asc' ? 'shortest' : 'longest'
  return direction === 'asc' ? 'oldest' : 'newest'
}

function orderOf(id: string): Pick<JobsSearch, 'sort' | 'direction'> {
  return {
    sort: id === 'longest' || id === 'shortest' ? 'duration' : undefined,
    direction: id === 'oldest' || id === 'shortest' ? 'asc' : undefined,
  }
}

const NO_RANGE = { range: undefined, from: undefined, to: undefined, zoom: undefined } as const

function some<Item>(items: Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : items
}
