import { createContext, useContext } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/index.ts'
import { useLiveQuery } from '../../../lib/live/use-live-query.ts'
import type { VariableDocument } from '../document.ts'
import type { PanelContext } from './panel-context.ts'

const VariableValues = graphql(`
  query VariableValues($query: MetricQuery!) {
    table(query: $query) {
      rows
    }
  }
`)

const SharedVariableValues = graphql(`
  query SharedVariableValues($variable: String!, $contains: String, $context: PanelContext) {
    sharedDashboard {
      id
      variableValues(variable: $variable, contains: $contains, context: $context)
    }
  }
`)

const REFRESH_MS = 10_000
const MOST_VALUES = 50

/** True below the page of a link: who came by one is told the values that its panels count, and may ask nothing else. */
export const VisitorContext = createContext(false)

/** What there is to choose of a variable. */
export interface VariableAnswer {
  /** The most frequent of the range first; null where something has none. */
  values: readonly unknown[]
  /** Why they could not be read. */
  problem: string | null
  isLooking: boolean
}

interface Wanted {
  /** What is typed to search for. */
  text: string
  context: Pick<PanelContext, 'range' | 'timezone'>
  /** Nothing is asked otherwise. */
  isOpen: boolean
}

/** The values of a variable, searched on the server, so that it works with thousands. */
export function useVariableValues(variable: VariableDocument, { text, context, isOpen }: Wanted): VariableAnswer {
  const isVisitor = useContext(VisitorContext)
  const { name, dataset, dimension } = variable
  const query = {
    ...context,
    dataset,
    measures: ['count'],
    dimensions: [dimension],
    filters: text === '' ? [] : [{ dimension, op: 'CONTAINS' as const, values: [text] }],
    orderBy: [{ by: 'count', direction: 'DESC' as const }],
    limit: MOST_VALUES,
  }
  const own = useLiveQuery(VariableValues, { query }, { pause: !isOpen || isVisitor, intervalMs: REFRESH_MS })
  const [shared] = useQuery({
    query: SharedVariableValues,
    variables: { variable: name, contains: text === '' ? null : text, context },
    pause: !isOpen || !isVisitor,
    requestPolicy: 'cache-and-network',
  })
  const { error, fetching, stale } = isVisitor ? shared : own
  const values = isVisitor
    ? shared.data?.sharedDashboard?.variableValues
    : own.data?.table.rows.map((row) => row[0] as unknown)
  return {
    values: values ?? [],
    problem: error ? (error.graphQLErrors[0]?.message ?? 'The values could not be read') : null,
    isLooking: fetching || stale,
  }
}
