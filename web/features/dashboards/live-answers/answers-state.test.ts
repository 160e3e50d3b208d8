import { expect, test } from 'vitest'
import type { SeriesAnswer, TableAnswer } from '../../../panels/panel.ts'
import {
  nextAnswers,
  noAnswers,
  revisionsOf,
  shownAnswers,
  type AnswersState,
  type FormChange,
  type PanelNews,
} from './answers-state.ts'

const covers = {
  from: '2026-11-20T00:00:00Z',
  to: '2026-11-21T00:00:00Z',
  comparedFrom: null,
  comparedTo: null,
  asOf: '2026-11-20T12:00:00Z',
}
const later = { ...covers, asOf: '2026-11-20T12:00:01Z', to: '2026-11-21T00:00:01Z' }
const passport = { ...covers, timezone: 'UTC', truncated: false, every: null }
const table: TableAnswer = {
  ...passport,
  columns: [],
  rows: [
    ['eu', 1],
    ['us', 2],
  ],
  complete: [false, false],
  totalCount: 2,
}
const at = (hour: string) => `2026-11-20T${hour}:00:00Z`
const series: SeriesAnswer = {
  ...passport,
  every: 'HOUR',
  series: ['a', 'b'].map((id) => ({
    id,
    measure: 'count',
    title: 'Jobs',
    label: id,
    unit: 'COUNT' as const,
    key: [],
    isOther: false,
    points: [
      { at: at('10'), value: 1, complete: true },
      { at: at('11'), value: 2, complete: false },
    ],
    compare: null,
  })),
}

const questions = { p: 'how many?', q: 'how long?' }
const asked = nextAnswers(noAnswers, { type: 'asked', questions })
const news = (panel: string, change: FormChange | null, problem: string | null = null): PanelNews => ({
  panel,
  form: change?.form ?? 'ROWS',
  change,
  problem,
  unfiltered: [],
})
const tell = (state: AnswersState, ...all: PanelNews[]) =>
  nextAnswers(state, { type: 'told', questions: state.questions, news: all })
const wholeTable: FormChange = { kind: 'whole', form: 'ROWS', revision: 't1', answer: table }
const wholeSeries: FormChange = { kind: 'whole', form: 'SERIES', revision: 's1', answer: series }

/** What a panel shows that asks for all forms. */
const shown = (state: AnswersState, id: string) => shownAnswers(state, { id, answers: ['ROWS', 'TOTAL', 'SERIES'] })

test('the first answers', () => {
  const state = tell(asked, news('p', wholeTable), news('p', wholeSeries))
  expect(shown(state, 'p')).toEqual({
    answers: { ROWS: table, SERIES: series },
    stale: false,
    problem: null,
    unfiltered: [],
  })
  expect(shown(state, 'q').answers).toEqual({})
  expect(revisionsOf(state)).toEqual(['t1', 's1'])
})

test('changed rows at their places; the others are the same objects', () => {
  const state = tell(tell(asked, news('p', wholeTable)), {
    ...news('p', {
      kind: 'rows',
      form: 'ROWS',
      revision: 't2',
      covers: later,
      changed: [{ index: 1, cells: ['us', 3], complete: true }],
    }),
  })
  const rows = shown(state, 'p').answers.ROWS
  expect(rows).toEqual({
    ...table,
    ...later,
    rows: [
      ['eu', 1],
      ['us', 3],
    ],
    complete: [false, true],
  })
  expect(rows?.rows[0]).toBe(table.rows[0])
  expect(revisionsOf(state)).toEqual(['t2'])
})

test('changed points at their times, of the series that has them', () => {
  const changed = [{ id: 'b', points: [{ at: at('11'), value: 5, complete: true }], compare: null }]
  const state = tell(
    tell(asked, news('p', wholeSeries)),
    news('p', { kind: 'points', form: 'SERIES', revision: 's2', covers: later, changed }),
  )
  const answer = shown(state, 'p').answers.SERIES
  expect(answer?.series.map(({ points }) => points.map(({ value }) => value))).toEqual([
    [1, 2],
    [1, 5],
  ])
  expect(answer?.series[0]).toBe(series.series[0])
  expect(answer?.asOf).toBe(later.asOf)
})

test('an answer to an earlier question stays, marked, until all forms have a new one', () => {
  const before = tell(asked, news('p', wholeTable), news('p', wholeSeries))
  const again = nextAnswers(before, { type: 'asked', questions: { ...questions, p: 'how many in the EU?' } })
  expect(shown(again, 'p')).toMatchObject({ answers: { ROWS: table }, stale: true })
  expect(revisionsOf(again)).toEqual([])
  const half = tell(again, news('p', { ...wholeTable, revision: 't9' }))
  expect(shown(half, 'p').stale).toBe(true)
  const whole = tell(half, news('p', { ...wholeSeries, revision: 's9' }))
  expect(shown(whole, 'p').stale).toBe(false)
})

test('other panels go on when one of them asks something else', () => {
  const before = tell(asked, news('q', wholeTable))
  const again = nextAnswers(before, { type: 'asked', questions: { ...questions, p: 'other' } })
  expect(shown(again, 'q').stale).toBe(false)
  expect(revisionsOf(again)).toEqual(['t1'])
})

test('what answers an earlier question is not taken for an answer to this one', () => {
  const before = tell(asked, news('p', wholeTable))
  const again = nextAnswers(before, { type: 'asked', questions: { ...questions, p: 'other' } })
  expect(nextAnswers(again, { type: 'told', questions, news: [news('p', wholeTable)] })).toBe(again)
  const change = { kind: 'rows' as const, form: 'ROWS' as const, revision: 't2', covers: later, changed: [] }
  expect(shown(tell(again, news('p', change)), 'p')).toMatchObject({ answers: { ROWS: table }, stale: true })
})

test('a problem is told beside the answer that was there, and goes with the next answer or question', () => {
  const failed = tell(tell(asked, news('p', wholeTable)), news('p', null, 'There is no measure "x".'))
  expect(shown(failed, 'p')).toMatchObject({ answers: { ROWS: table }, problem: 'There is no measure "x".' })
  expect(shown(tell(failed, news('p', wholeTable)), 'p').problem).toBeNull()
  const again = nextAnswers(failed, { type: 'asked', questions: { ...questions, p: 'other' } })
  expect(shown(again, 'p').problem).toBeNull()
})

test('a problem of one form stands until that form is answered, whatever comes of another', () => {
  const refused = { ...news('p', null, 'Too many series.'), form: 'SERIES' as const }
  const half = tell(asked, refused, news('p', wholeTable))
  expect(shown(half, 'p')).toMatchObject({ answers: { ROWS: table }, problem: 'Too many series.' })
  expect(shownAnswers(half, { id: 'p', answers: ['ROWS'] }).problem).toBeNull()
  expect(shown(tell(half, news('p', wholeSeries)), 'p').problem).toBeNull()
})

test('panels that are gone are forgotten', () => {
  const before = tell(asked, news('p', wholeTable))
  expect(nextAnswers(before, { type: 'asked', questions: { q: 'how long?' } }).panels).toEqual({})
  expect(tell(before, news('nobody', wholeTable)).panels.nobody).toBeUndefined()
})

test('a form that only an earlier kind of panel asked for is not shown, and makes nothing stale', () => {
  const before = tell(asked, news('p', wholeTable))
  const again = nextAnswers(before, { type: 'asked', questions: { ...questions, p: 'over time?' } })
  const told = nextAnswers(again, { type: 'told', questions: again.questions, news: [news('p', wholeSeries)] })
  expect(shownAnswers(told, { id: 'p', answers: ['SERIES'] })).toMatchObject({
    answers: { SERIES: series },
    stale: false,
  })
  expect(shownAnswers(told, { id: 'p', answers: ['SERIES'] }).answers.ROWS).toBeUndefined()
})
