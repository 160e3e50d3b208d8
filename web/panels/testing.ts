import { expect } from 'vitest'
import { writeSvg } from '../charts/picture/svg.ts'
import { chartThemes } from '../charts/theme.ts'
import type { Cell, PanelAnswers, PanelKind, PanelSeries, TableAnswer, TableTwin } from './panel.ts'

const sizes = [
  { width: 640, height: 260 },
  { width: 300, height: 160 },
]
const html = '<img src=x onerror=alert(1)>'
const garbage = [
  null,
  undefined,
  7,
  'text',
  [],
  { thresholds: 7 },
  { thresholds: [null, { value: Number.NaN }, {}] },
  { stacking: {}, max: '9' },
]

type Rows = TableTwin['rows']

/**
 * What holds for every kind of panel. Each kind's own test begins by calling it.
 *
 * @param expectNumbers what the numbers of the table have to do with those of the answers; absent: they are the same
 */
export async function testPanelKind<Options>(
  kind: PanelKind<Options>,
  expectNumbers: (rows: Rows, answers: PanelAnswers) => void = expectSameNumbers,
): Promise<void> {
  const { answers, options, query } = kind.example
  const before = JSON.stringify(kind.example)
  expect(kind.answers(options).toSorted()).toEqual(Object.keys(answers).toSorted())
  expect(kind.needs === null || query.measures.length >= kind.needs.measures[0]).toBe(true)

  for (const stored of garbage)
    expect(JSON.stringify(kind.readOptions(stored))).toBe(JSON.stringify(kind.readOptions({})))
  expect(kind.readOptions(JSON.parse(JSON.stringify(options)))).toEqual(options)

  const cases = answersLike(answers)
  for (const one of Object.values(cases)) {
    expect(kind.summary(one, options, 'Title')).toMatch(/^Title: .+[.]$/)
    expect(kind.summary(one, options, 'Title')).not.toMatch(/NaN|undefined|Infinity|null/)
    const { columns, rows } = kind.table(one, options)
    for (const row of rows) expect(row).toHaveLength(columns.length)
    await expectDrawn(kind, one)
  }
  expect(kind.table(cases.empty, options).rows).toEqual([])
  expect(kind.table(cases.html, options)).not.toEqual(kind.table(answers, options))
  expectNumbers(kind.table(answers, options).rows, answers)
  expect(JSON.stringify(kind.example)).toBe(before)
}

/** The answers as they may come: without anything, with gaps, with one row, with very many, with names that are HTML. */
function answersLike(answers: PanelAnswers) {
  return {
    asIs: answers,
    none: {},
    empty: change(
      answers,
      (table) => ({ ...table, rows: [], complete: [], totalCount: 0 }),
      () => [],
    ),
    unknown: change(
      answers,
      (table) => eachRow(table, (cell, role) => (role === 'MEASURE' ? null : cell)),
      (series) => series.map((one) => ({ ...one, points: one.points.map((point) => ({ ...point, value: null })) })),
    ),
    one: change(
      answers,
      (table) => ({ ...table, rows: table.rows.slice(0, 1), complete: [false], totalCount: 1 }),
      (series) => series.slice(0, 1).map((one) => ({ ...one, points: one.points.slice(0, 1) })),
    ),
    incomplete: change(
      answers,
      (table) => ({ ...table, complete: table.rows.map(() => false) }),
      (series) => series.map((one) => ({ ...one, points: one.points.map((point) => ({ ...point, complete: false })) })),
    ),
    html: change(
      answers,
      (table) => eachRow(table, (cell, role) => (role === 'DIMENSION' ? html : role === 'MEASURE' ? 1 : cell)),
      (series) =>
        series.map((one) => ({
          ...one,
          label: html,
          title: html,
          key: one.key.map((part) => ({ ...part, value: html })),
          points: one.points.map((point) => ({ ...point, value: 1 })),
        })),
    ),
    many: change(answers, manyRows, (series) => series.map((one) => ({ ...one, points: manyPoints(one) }))),
  }
}

const change = (
  answers: PanelAnswers,
  tables: (table: TableAnswer) => TableAnswer,
  series: (series: readonly PanelSeries[]) => PanelSeries[],
): PanelAnswers => ({
  ...(answers.ROWS ? { ROWS: tables(answers.ROWS) } : {}),
  ...(answers.TOTAL ? { TOTAL: tables(answers.TOTAL) } : {}),
  ...(answers.SERIES ? { SERIES: { ...answers.SERIES, series: series(answers.SERIES.series) } } : {}),
})

const eachRow = (table: TableAnswer, cellOf: (cell: Cell, role: string) => Cell): TableAnswer => ({
  ...table,
  rows: table.rows.map((row) => row.map((cell, i) => cellOf(cell, table.columns[i]?.role ?? ''))),
})

/** 5,000 rows, whose names differ. */
function manyRows(table: TableAnswer): TableAnswer {
  const rows = Array.from({ length: 5000 }, (_, i) =>
    (table.rows[i % table.rows.length] ?? []).map((cell, at) =>
      table.columns[at]?.role === 'DIMENSION' && cell !== null ? `${cell} ${i}` : cell,
    ),
  )
  return { ...table, rows, complete: rows.map(() => true), totalCount: rows.length }
}

const manyPoints = ({ points }: PanelSeries) => {
  const start = Date.parse(points[0]?.at ?? '')
  return Array.from({ length: 5000 }, (_, i) => ({
    at: new Date(start + i * 3_600_000).toISOString(),
    value: points[i % points.length]?.value ?? null,
    complete: true,
  }))
}

async function expectDrawn<Options>(kind: PanelKind<Options>, answers: PanelAnswers): Promise<void> {
  if (!kind.picture) return
  const draw = await kind.picture()
  const annotations = [{ id: 'a', kind: 'RELEASE', at: '2026-11-20T02:20:00Z', to: null, title: html }]
  const input = {
    title: 'Title',
    answers,
    options: kind.example.options,
    annotations,
    colourOf: (key: string) => key.length % 6,
  }
  for (const theme of Object.values(chartThemes)) {
    for (const size of sizes) {
      const svg = writeSvg(draw(input, { ...size, theme }).shapes, size, input.title)
      expect(svg).toContain('<svg')
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<img/)
    }
  }
}

/** Every number of the answers stands in the table, as often as there. */
function expectSameNumbers(rows: Rows, { ROWS, TOTAL, SERIES }: PanelAnswers): void {
  const table = TOTAL ?? ROWS
  const cells = table
    ? table.rows.flat()
    : (SERIES?.series ?? []).flatMap(({ points }) => points.map(({ value }) => value))
  expect(numbersOf(rows.flat())).toEqual(numbersOf(cells))
}

const numbersOf = (cells: readonly Cell[]): number[] =>
  cells.filter((cell) => typeof cell === 'number').toSorted((a, b) => a - b)
