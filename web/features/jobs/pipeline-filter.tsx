import { useState } from 'react'
import { graphql } from '../../gql/index.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import type { FilterItem } from '../../ui/filter-list.tsx'
import { FilterMenu } from '../../ui/filter-menu.tsx'
import { SearchField } from '../../ui/search-field.tsx'

const PipelineChoices = graphql(`
  query PipelineChoices($filter: PipelineFilter) {
    pipelines(filter: $filter, first: 50) {
      nodes {
        id
        name
      }
    }
  }
`)

const REFRESH_MS = 10_000

interface PipelineFilterProps {
  selected: readonly string[]
  onChange: (selected: string[]) => void
}

/** Any number of pipelines, searched on the server, so that it works with thousands. What is chosen stands first. */
export function PipelineFilter({ selected, onChange }: PipelineFilterProps) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const filter = text.trim() === '' ? null : { text: text.trim() }
  const { data, fetching, error } = useLiveQuery(PipelineChoices, { filter }, { pause: !open, intervalMs: REFRESH_MS })
  const found = data?.pipelines.nodes ?? []
  return (
    <FilterMenu
      label="Pipeline"
      items={withChosen(found, selected, text.trim() === '')}
      selected={selected}
      onChange={onChange}
      onOpenChange={(isOpen) => {
        setOpen(isOpen)
        setText('')
      }}
      search={<SearchField label="Find a pipeline" value={text} onChange={setText} autoFocus />}
      empty={emptyWords(fetching, error !== undefined)}
    />
  )
}

function emptyWords(fetching: boolean, failed: boolean): string {
  if (fetching) return 'Looking'
  return failed ? 'The pipelines could not be read' : 'No such pipeline'
}

// A chosen pipeline may be beyond the first fifty: it must be there to be unchosen.
function withChosen(found: readonly FilterItem[], selected: readonly string[], all: boolean): FilterItem[] {
  const known = new Set(found.map(({ id }) => id))
  const missing = all ? selected.filter((id) => !known.has(id)).map((id) => ({ id, name: id })) : []
  return [...missing, ...found]
}
