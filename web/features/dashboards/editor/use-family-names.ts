import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/index.ts'
import type { FamilyNames } from './dimension-choices.ts'

const LatestNames = graphql(`
  query LatestNames {
    jobs(first: 100) {
      nodes {
        labels {
          name
        }
        metrics {
          name
        }
      }
    }
  }
`)

/** Names of labels and metrics that the latest jobs have. There may be more: nothing keeps a list of all of them. */
export function useFamilyNames(): FamilyNames {
  const [{ data }] = useQuery({ query: LatestNames })
  return useMemo(() => {
    const jobs = data?.jobs.nodes ?? []
    return new Map([
      ['label.', sorted(jobs.flatMap(({ labels }) => labels))],
      ['metric.', sorted(jobs.flatMap(({ metrics }) => metrics))],
    ])
  }, [data])
}

const sorted = (named: readonly { name: string }[]): string[] => [...new Set(named.map(({ name }) => name))].sort()
