import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../gql/index.ts'
import { useViewer } from '../viewer.ts'
import { paletteGroups, type PaletteGroup } from './palette-items.ts'

const PaletteSearch = graphql(`
  query PaletteSearch($dashboards: DashboardFilter, $pipelines: PipelineFilter, $jobs: JobFilter) {
    dashboards(filter: $dashboards, first: 6) {
      nodes {
        id
        title
        folder
      }
    }
    pipelines(filter: $pipelines, first: 6) {
      nodes {
        id
        name
      }
    }
    jobs(filter: $jobs, first: 6) {
      nodes {
        id
        externalId
        status
        pipeline {
          id
          name
        }
      }
    }
  }
`)

const PAUSE_MS = 150

/** What the palette offers for what has been typed, once the typing pauses. */
export function usePaletteItems(text: string): { groups: PaletteGroup[]; looking: boolean } {
  const wanted = usePaused(text.trim())
  const filter = wanted === '' ? null : { text: wanted }
  const [{ data, fetching }] = useQuery({
    query: PaletteSearch,
    variables: { dashboards: filter, pipelines: filter, jobs: filter },
    requestPolicy: 'cache-and-network',
  })
  const viewer = useViewer()
  return { groups: paletteGroups(text, data, viewer?.permissions ?? []), looking: fetching || wanted !== text.trim() }
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
