import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/index.ts'
import { FilterMenu } from '../../../ui/filter-menu.tsx'
import { SearchField } from '../../../ui/search-field.tsx'

const KeyPipelines = graphql(`
  query KeyPipelines($filter: PipelineFilter) {
    pipelines(filter: $filter, first: 50) {
      nodes {
        id
        name
      }
    }
  }
`)

interface PipelineChoiceProps {
  selected: readonly string[]
  onChange: (selected: string[]) => void
}

/** Any number of pipelines, searched on the server. What is chosen stays in the list whatever is searched for. */
export function PipelineChoice({ selected, onChange }: PipelineChoiceProps) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const wanted = text.trim()
  const variables = { filter: wanted === '' ? null : { text: wanted } }
  const [{ data, fetching, error }] = useQuery({ query: KeyPipelines, variables, pause: !open })
  const found = data?.pipelines.nodes ?? []
  const missing = selected.filter((id) => !found.some((one) => one.id === id)).map((id) => ({ id, name: id }))
  return (
    <FilterMenu
      label="Pipelines"
      items={[...missing, ...found]}
      selected={selected}
      onChange={onChange}
      onOpenChange={(isOpen) => {
        setOpen(isOpen)
        setText('')
      }}
      search={<SearchField label="Find a pipeline" value={text} onChange={setText} autoFocus />}
      empty={fetching ? 'Looking' : error ? 'The pipelines could not be read' : 'No such pipeline'}
    />
  )
}
