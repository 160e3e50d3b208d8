import { useNow } from '../../../lib/use-now.ts'
import { CopyText } from '../../../ui/copy-text.tsx'
import type { PanelDocument } from '../document.ts'
import type { ShownAnswers } from '../live-answers/answers-state.ts'
import { curlOf, operationOf } from '../panel-graphql.ts'
import type { PanelContext } from '../view/panel-context.ts'

interface UseElsewhereProps {
  panel: PanelDocument
  shown: ShownAnswers
  context: PanelContext
}

/** The question of the panel for any other client: a chart is an endpoint too. */
export function UseElsewhere({ panel, shown, context }: UseElsewhereProps) {
  const operation = operationOf(panel, shown, context, useNow(60_000))
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
