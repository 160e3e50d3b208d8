import { keyLabel } from '../../../panels/keys.ts'
import { nameWords } from '../../../panels/name-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { CrossFilter } from './dashboard-search.ts'

interface FilterChipsProps {
  filters: readonly CrossFilter[]
  onRemove: (filter: CrossFilter) => void
}

/** The values that were clicked on; a press takes one away again. */
export function FilterChips({ filters, onRemove }: FilterChipsProps) {
  return filters.map((filter) => (
    <Button
      key={filter.dimension}
      className="dashboard-chip"
      aria-label={`Remove the filter ${words(filter)}`}
      onPress={() => onRemove(filter)}
    >
      {words(filter)}
      <Icon name="close" />
    </Button>
  ))
}

const words = (filter: CrossFilter): string =>
  `${nameWords(filter.dimension)}: ${filter.value === '' ? '(empty)' : keyLabel([filter])}`
