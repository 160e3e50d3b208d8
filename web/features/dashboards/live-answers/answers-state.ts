import type {
  AnswerForm,
  Cell,
  PanelAnswers,
  PanelPoint,
  Passport,
  SeriesAnswer,
  TableAnswer,
} from '../../../panels/panel.ts'

/** Questions of panels as text, by the id of the panel. The same text is the same question. */
export type Questions = Readonly<Record<string, string>>

/** A row that changed, at its place. */
export type ChangedRow = { index: number; cells: readonly Cell[]; complete: boolean }

/** Buckets of a series that changed. Others stay as they are. */
export type ChangedPoints = { id: string; points: readonly PanelPoint[]; compare: readonly PanelPoint[] | null }

/** What an answer covers by now, whether or not its values changed. */
export type Coverage = Pick<Passport, 'asOf' | 'from' | 'to' | 'comparedFrom' | 'comparedTo'>

/** What is new of one form of one panel: everything, or only what changed since the revision before. */
export type FormChange =
  | { kind: 'whole'; form: 'ROWS' | 'TOTAL'; revision: string; answer: TableAnswer }
  | { kind: 'whole'; form: 'SERIES'; revision: string; answer: SeriesAnswer }
  | { kind: 'rows'; form: 'ROWS' | 'TOTAL'; revision: string; covers: Coverage; changed: readonly ChangedRow[] }
  | { kind: 'points'; form: 'SERIES'; revision: string; covers: Coverage; changed: readonly ChangedPoints[] }

/** What the server says about a panel. */
export type PanelNews = {
  panel: string
  form: AnswerForm
  change: FormChange | null
  /** Why there is no answer. */
  problem: string | null
  /** Dimensions of the dashboard's filters that the dataset of the panel has not. */
  unfiltered: readonly string[]
}

/** One form of an answer, and which question it answers. */
type Held<Answer> = { question: string; revision: string; answer: Answer }

/** What is known of one panel. */
export type PanelState = {
  ROWS?: Held<TableAnswer>
  TOTAL?: Held<TableAnswer>
  SERIES?: Held<SeriesAnswer>
  /** Of each form that could not be answered last: why, and to which question. */
  problems: Readonly<Partial<Record<AnswerForm, { question: string; text: string }>>>
  unfiltered: readonly string[]
}

/** The answers of a dashboard. */
export type AnswersState = { questions: Questions; panels: Readonly<Record<string, PanelState>> }

export type AnswersEvent =
  | { type: 'asked'; questions: Questions }
  /** `questions`: what was asked when this was said. */
  | { type: 'told'; questions: Questions; news: readonly PanelNews[] }

/** The state before anything was asked. */
export const noAnswers: AnswersState = { questions: {}, panels: {} }

const unknown: PanelState = { problems: {}, unfiltered: [] }

/**
 * The next state. Old answers stay, as answers to their own question, until new ones come. What was said about other
 * questions than the present ones is not heard, and a change of an answer that is not there changes nothing.
 */
export function nextAnswers(state: AnswersState, event: AnswersEvent): AnswersState {
  if (event.type === 'asked') {
    const kept = Object.entries(state.panels).filter(([id]) => event.questions[id] !== undefined)
    return { questions: event.questions, panels: Object.fromEntries(kept) }
  }
  if (event.questions !== state.questions) return state
  const panels = { ...state.panels }
  for (const news of event.news) {
    const question = state.questions[news.panel]
    if (question !== undefined) panels[news.panel] = nextPanel(panels[news.panel] ?? unknown, news, question)
  }
  return { ...state, panels }
}

/** Revisions that answers to the present questions have: what the server needs to send only what was missed. */
export function revisionsOf({ questions, panels }: AnswersState): string[] {
  return Object.entries(panels).flatMap(([id, { ROWS, TOTAL, SERIES }]) =>
    [ROWS, TOTAL, SERIES].flatMap((held) => (held && held.question === questions[id] ? held.revision : [])),
  )
}

/** A panel, and the forms in which its question is answered. */
export type AskingPanel = { id: string; answers: readonly AnswerForm[] }

/** The answers of a panel; `stale` while one of them answers an earlier question: show them dimmed. */
export type ShownAnswers = {
  answers: PanelAnswers
  stale: boolean
  problem: string | null
  unfiltered: readonly string[]
}

/**
 * What to show of a panel: the forms that it asks for now, whatever an earlier kind asked for. The problem of a form stands
 * until that form is answered; one of an earlier question is none.
 */
export function shownAnswers({ questions, panels }: AnswersState, { id, answers }: AskingPanel): ShownAnswers {
  const { problems, unfiltered, ...held } = panels[id] ?? unknown
  const question = questions[id]
  const failed = answers.find((form) => problems[form] !== undefined && problems[form].question === question)
  return {
    answers: {
      ...(held.ROWS && answers.includes('ROWS') && { ROWS: held.ROWS.answer }),
      ...(held.TOTAL && answers.includes('TOTAL') && { TOTAL: held.TOTAL.answer }),
      ...(held.SERIES && answers.includes('SERIES') && { SERIES: held.SERIES.answer }),
    },
    stale: answers.some((form) => held[form] !== undefined && held[form].question !== question),
    problem: failed === undefined ? null : (problems[failed]?.text ?? null),
    unfiltered,
  }
}

function nextPanel(panel: PanelState, news: PanelNews, question: string): PanelState {
  const { form, change, problem, unfiltered } = news
  const { [form]: _before, ...others } = panel.problems
  const problems = problem === null ? others : { ...others, [form]: { question, text: problem } }
  return { ...panel, problems, unfiltered, ...(change && applied(panel, change, question)) }
}

function applied(panel: PanelState, change: FormChange, question: string): Partial<PanelState> {
  const { revision } = change
  if (change.kind === 'whole') return { [change.form]: { question, revision, answer: change.answer } }
  if (change.kind === 'points') {
    const held = panel.SERIES
    if (held?.question !== question) return {}
    return { SERIES: { question, revision, answer: withPoints(held.answer, change) } }
  }
  const held = panel[change.form]
  if (held?.question !== question) return {}
  return { [change.form]: { question, revision, answer: withRows(held.answer, change) } }
}

type NewRows = { changed: readonly ChangedRow[]; covers: Coverage }

function withRows(answer: TableAnswer, { changed, covers }: NewRows): TableAnswer {
  const rows = [...answer.rows]
  const complete = [...answer.complete]
  for (const row of changed) {
    rows[row.index] = row.cells
    complete[row.index] = row.complete
  }
  return { ...answer, ...covers, rows, complete }
}

type NewPoints = { changed: readonly ChangedPoints[]; covers: Coverage }

function withPoints(answer: SeriesAnswer, { changed, covers }: NewPoints): SeriesAnswer {
  const byId = new Map(changed.map((one) => [one.id, one]))
  const series = answer.series.map((one) => {
    const news = byId.get(one.id)
    if (!news) return one
    const compare = one.compare && replaced(one.compare, news.compare ?? [])
    return { ...one, points: replaced(one.points, news.points), compare }
  })
  return { ...answer, ...covers, series }
}

function replaced(points: readonly PanelPoint[], changed: readonly PanelPoint[]): readonly PanelPoint[] {
  if (changed.length === 0) return points
  const byTime = new Map(changed.map((point) => [point.at, point]))
  return points.map((point) => byTime.get(point.at) ?? point)
}
