import type { z } from 'zod'
import type { Reach } from '../../db/reach.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import { badInput } from '../../schema/errors.ts'
import { problemFor, seriesRules, tableRules } from '../live/index.ts'
import { answerSeries, answerTable, coverageOf } from '../metrics/index.ts'
import { type PanelContext, PanelContextRef } from './panel-context.ts'
import { type AnswerForm, panelDocument, type PanelQuery } from './panel-document.ts'
import { panelQuestion } from './panel-question.ts'
import { type PanelChange, PanelsChangeRef } from './panels-change.ts'

builder.queryField('panelPreview', (t) =>
  t.field({
    type: PanelsChangeRef,
    description:
      'The answers of a panel that is being edited, each whole. Their revisions are empty: nothing follows them.',
    args: {
      panel: t.arg({
        type: 'JSON',
        required: true,
        description: 'The panel, as it stands in the document of a dashboard.',
      }),
      context: t.arg({ type: PanelContextRef, description: 'What the dashboard gives.' }),
    },
    async resolve(_root, { panel, context: panelContext }, context) {
      const reach = reachFor('metrics.read', context)
      const { id, query, answers } = readPanel(panel)
      if (!query) return { changes: [] }
      const asked = { query, reach, panelContext: panelContext ?? {} }
      return { changes: await Promise.all(answers.map((form) => preview(context, id, form, asked))) }
    },
  }),
)

/** Throws badInput with the place in the JSON. */
function readPanel(json: unknown) {
  const { data, error } = panelDocument.safeParse(json)
  if (data) return data
  throw badInput(`The panel cannot be read. ${error.issues.map(wordIssue).join(' ')}`)
}

function wordIssue({ path, message }: z.core.$ZodIssue): string {
  return `${path.length === 0 ? 'It' : `"${path.join('.')}"`}: ${message}.`
}

interface Asked {
  query: PanelQuery
  reach: Reach
  panelContext: PanelContext
}

async function preview(
  context: Context,
  panel: string,
  form: AnswerForm,
  { query: written, reach, panelContext }: Asked,
): Promise<PanelChange> {
  const nothing = { panel, form, every: null, unfiltered: [], table: null, series: null, problem: null }
  try {
    const now = context.now()
    const { kind, query, every, unfiltered } = panelQuestion({ query: written, form }, panelContext, now)
    const question = { query, reach, now }
    const head = { ...nothing, every, unfiltered }
    if (kind === 'table') {
      const state = tableRules.after(null, await answerTable(context, question), 1)
      return { ...head, table: tableRules.change(state, null, '') }
    }
    const answer = { series: await answerSeries(context, question), passport: coverageOf(kind, question) }
    return { ...head, series: seriesRules.change(seriesRules.after(null, answer, 1), null, '') }
  } catch (error) {
    return { ...nothing, problem: problemFor(error, context.log).message }
  }
}
