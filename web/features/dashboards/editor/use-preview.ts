import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/index.ts'
import type { PanelPreviewQueryVariables } from '../../../gql/graphql.ts'
import { describeError } from '../../../lib/describe-error.ts'
import { useSettled } from '../../../lib/use-settled.ts'
import type { PanelDocument } from '../document.ts'
import type { PanelContext } from '../view/panel-context.ts'
import { readPreview, type PreviewAnswers } from './preview-answers.ts'

const PanelPreview = graphql(`
  query PanelPreview($panel: JSON!, $context: PanelContext) {
    panelPreview(panel: $panel, context: $context) {
      changes {
        form
        every
        problem
        unfiltered
        table {
          table {
            columns {
              name
              title
              type
              unit
              role
            }
            rows
            complete
            totalCount
            truncated
            from
            to
            comparedFrom
            comparedTo
            asOf
            timezone
          }
        }
        series {
          from
          to
          comparedFrom
          comparedTo
          asOf
          series {
            id
            measure
            title
            label
            unit
            key {
              dimension
              value
            }
            isOther
            points {
              at
              value
              complete
            }
            compare {
              at
              value
              complete
            }
            truncated
            timezone
          }
        }
      }
    }
  }
`)

/** Longer than between two keys, shorter than anybody waits. */
const PAUSE_MS = 300

/** What a panel that is being edited shows. */
export interface Preview extends PreviewAnswers {
  /** The answers are those of an earlier question: show them dimmed. */
  stale: boolean
}

const nothing: PreviewAnswers = { answers: {}, every: null, problem: null, unfiltered: [] }

/** Asks for the answers of a panel whenever its question changes, once the editing pauses. The last good answers stay until new ones come. */
export function usePreview(panel: PanelDocument, context: PanelContext): Preview {
  const text = JSON.stringify(previewVariables(panel, context))
  const settled = useSettled(text, PAUSE_MS)
  const variables: PanelPreviewQueryVariables = JSON.parse(settled)
  const [{ data, error, fetching }] = useQuery({
    query: PanelPreview,
    variables,
    pause: panel.query === null,
    requestPolicy: 'cache-and-network',
  })
  const [shown, setShown] = useState<{ from: typeof data; read: PreviewAnswers }>({ from: undefined, read: nothing })
  if (data && data !== shown.from) {
    const read = readPreview(data.panelPreview.changes, context.timezone)
    setShown({ from: data, read: read.problem === null ? read : { ...read, answers: shown.read.answers } })
  }
  const problem = error ? describeError(error).text : shown.read.problem
  const stale = fetching || settled !== text || problem !== null
  return panel.query === null ? { ...nothing, stale: false } : { ...shown.read, problem, stale }
}

/** What of the panel its answers depend on: a new title or another place asks nothing. */
function previewVariables({ id, kind, query, answers }: PanelDocument, context: PanelContext) {
  const layout = { x: 0, y: 0, w: 1, h: 1 }
  return {
    panel: { id, kind, title: '', layout, query, answers, options: {} },
    context,
  }
}
