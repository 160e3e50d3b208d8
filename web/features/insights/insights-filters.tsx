import { useNavigate } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Button } from '../../ui/button.tsx'
import { FilterMenu } from '../../ui/filter-menu.tsx'
import { Select } from '../../ui/select.tsx'
import { kindWords, measureWords, stateWords } from './insight-words.ts'
import {
  chosen,
  confidenceSteps,
  insightKinds,
  insightMeasures,
  insightStates,
  isFiltered,
  some,
  type InsightsSearch,
} from './insights-search.ts'

/** Chooses pipelines. The list of jobs has the same one. */
export type PipelineChooser = ComponentType<{ selected: readonly string[]; onChange: (selected: string[]) => void }>

interface InsightsFiltersProps {
  search: InsightsSearch
  PipelineFilter: PipelineChooser
}

/** Everything that narrows the list down. All of it is the address; nothing else remembers it. */
export function InsightsFilters({ search, PipelineFilter }: InsightsFiltersProps) {
  const navigate = useNavigate()
  const change = (part: Partial<InsightsSearch>) =>
    void navigate({ to: '/insights', search: { ...search, pages: undefined, ...part } })
  return (
    <search className="insights-filters" aria-label="Filter insights">
      <FilterMenu
        label="Kind"
        items={kindItems}
        selected={search.kind ?? []}
        onChange={(kinds) => change({ kind: chosen(insightKinds, kinds) })}
      />
      <FilterMenu
        label="State"
        items={stateItems}
        selected={search.state ?? []}
        onChange={(states) => change({ state: chosen(insightStates, states) })}
      />
      <PipelineFilter selected={search.pipeline ?? []} onChange={(pipeline) => change({ pipeline: some(pipeline) })} />
      <FilterMenu
        label="Measure"
        items={measureItems}
        selected={search.measure ?? []}
        onChange={(measures) => change({ measure: chosen(insightMeasures, measures) })}
      />
      <Select
        label="Confidence"
        items={confidenceItems}
        value={String(search.confidence ?? 'any')}
        onChange={(id) => change({ confidence: confidenceSteps.find((step) => String(step) === id) })}
      />
      <Select
        label="Dismissed"
        items={dismissedItems}
        value={search.dismissed ?? 'not'}
        onChange={(id) => change({ dismissed: id === 'only' || id === 'too' ? id : undefined })}
      />
      {isFiltered(search) ? (
        <Button look="quiet" onPress={() => void navigate({ to: '/insights', search: {} })}>
          Clear filters
        </Button>
      ) : null}
    </search>
  )
}

const kindItems = insightKinds.map((id) => ({ id, name: kindWords[id] }))
const stateItems = insightStates.map((id) => ({ id, name: stateWords[id] }))
const measureItems = insightMeasures.map((id) => ({ id, name: measureWords[id] }))

const confidenceItems = [
  { id: 'any', name: 'Any confidence' },
  ...confidenceSteps.map((step) => ({ id: String(step), name: `At least ${step * 100}% sure` })),
]

const dismissedItems = [
  { id: 'not', name: 'Not dismissed' },
  { id: 'only', name: 'Dismissed' },
  { id: 'too', name: 'Dismissed or not' },
]
