import { granularityFor, type Granularity } from '../../../lib/granularity.ts'
import { useNow } from '../../../lib/use-now.ts'
import { CopyText } from '../../../ui/copy-text.tsx'
import type { PanelDocument } from '../document.ts'
import { spanOfDocument } from '../range-document.ts'
import type { PanelContext } from '../view/panel-context.ts'
import { findDataset, findDimension, type CatalogDataset } from './catalog.ts'
import { dimensionsOf } from './fit-query.ts'
import { curlOf, panelOperation } from './panel-graphql.ts'

interface UseElsewhereProps {
  panel: PanelDocument
  context: PanelContext
  datasets: readonly CatalogDataset[]
  /** The buckets of time that the server chose; null before it did. */
  every: Granularity | null
}

/** The question of the panel for any other client: a chart is an endpoint too. */
export function UseElsewhere({ panel, context, datasets, every }: UseElsewhereProps) {
  const now = useNow(60_000)
  const { query } = panel
  if (!query) return null
  const dataset = findDataset(datasets, query.dataset)
  // Others do not count for this panel: its dataset has not what they filter by.
  const filters = context.filters.filter((filter) =>
    dimensionsOf(filter).every((name) => dataset && findDimension(dataset, name)),
  )
  const auto = every ?? granularityFor(spanOfDocument(query.range ?? context.range, now, context.timezone))
  const operation = panelOperation(panel, { ...context, filters, auto })
  if (!operation) return null
  return (
    <details className="use-elsewhere">
      <summary>Use this question elsewhere</summary>
      <CopyText label="GraphQL" text={operation.query} copy="Copy as GraphQL" />
      <CopyText label="Variables" text={JSON.stringify(operation.variables, null, 2)} copy="Copy variables" />
      <CopyText label="For a shell" text={curlOf(operation, location.origin)} copy="Copy as curl" />
      <p className="field-note">Put an API key that may read metrics in the place of YOUR_API_KEY.</p>
    </details>
  )
}
