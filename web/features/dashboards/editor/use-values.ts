import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/index.ts'
import { useSettled } from '../../../lib/use-settled.ts'
import type { PanelContext } from '../view/panel-context.ts'
import type { CatalogDataset, CatalogDimension } from './catalog.ts'

const DimensionValues = graphql(`
  query DimensionValues($query: MetricQuery!) {
    table(query: $query) {
      rows
      totalCount
    }
  }
`)

const PAUSE_MS = 250
const MOST = 50

/** Where values are looked for. */
export interface ValueSource {
  dataset: CatalogDataset
  dimension: CatalogDimension
  context: Pick<PanelContext, 'range' | 'timezone'>
}

/** Values of a dimension, the most frequent first. */
export interface Values {
  values: readonly string[]
  isLooking: boolean
  failed: boolean
}

/**
 * The values that a dimension has in the range, with a text in them, once the typing pauses. At most 50: whoever looks for
 * another one writes more of it. Where all values are known beforehand nothing is asked.
 */
export function useValues({ dataset, dimension, context }: ValueSource, text: string, pause: boolean): Values {
  const wanted = useSettled(text.trim(), PAUSE_MS)
  const measure = dataset.measures.find(({ unit }) => unit === 'COUNT')?.name
  const query = useMemo(
    () => ({
      dataset: dataset.name,
      measures: measure === undefined ? [] : [measure],
      dimensions: [dimension.name],
      filters: [
        { dimension: dimension.name, op: 'IS_NOT_EMPTY' as const },
        ...(wanted === '' ? [] : [{ dimension: dimension.name, op: 'CONTAINS' as const, values: [wanted] }]),
      ],
      range: context.range,
      timezone: context.timezone,
      orderBy: measure === undefined ? [] : [{ by: measure, direction: 'DESC' as const }],
      limit: MOST,
    }),
    [dataset.name, measure, dimension.name, wanted, context.range, context.timezone],
  )
  const known = dimension.values
  const isAsked = !pause && !known && measure !== undefined
  const [{ data, fetching, error }] = useQuery({ query: DimensionValues, variables: { query }, pause: !isAsked })
  if (known) return { values: known.filter((value) => hasWords(value, text)), isLooking: false, failed: false }
  const values = (data?.table.rows ?? []).flatMap(([value]) => (typeof value === 'string' ? [value] : []))
  return { values, isLooking: fetching || wanted !== text.trim(), failed: error !== undefined }
}

const hasWords = (value: string, text: string): boolean => value.toLowerCase().includes(text.trim().toLowerCase())
