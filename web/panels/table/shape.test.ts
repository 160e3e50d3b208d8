import { expect, test } from 'vitest'
import { testPanelKind } from '../testing.ts'
import { example } from './example.ts'
import { table } from './index.ts'
import { compareCells } from '../compare-cells.ts'
import { readTableOptions } from './options.ts'
import { columnWidths, partOfRow, rowCountWords, shownCell, shownColumns, tableTwin } from './shape.ts'

const answer = example.answers.ROWS!
const usual = readTableOptions(null)

test('keeps the contract of panels', () => testPanelKind(table))

test('columns as they were answered, or in the chosen order, renamed and hidden', () => {
  expect(shownColumns(answer, usual).map(({ title }) => title)).toEqual([
    'Pipeline',
    'Jobs',
    'Failure rate',
    'Duration, median',
    'Cost',
  ])
  const options = readTableOptions({
    columns: [{ name: 'count', title: 'Runs' }, { name: 'gone' }, { name: 'cost', isHidden: true }, { name: 'count' }],
  })
  expect(shownColumns(answer, options).map(({ title }) => title)).toEqual([
    'Runs',
    'Pipeline',
    'Failure rate',
    'Duration, median',
  ])
  const twin = tableTwin(answer, options)
  expect(twin.columns[0]).toEqual({ name: 'count', title: 'Runs', type: 'FLOAT', unit: 'COUNT', role: 'MEASURE' })
  expect(twin.rows[0]!.slice(0, 2)).toEqual([answer.rows[0]![1], answer.rows[0]![0]])
})

test('a cell with its bar and its threshold', () => {
  const [, jobs, rate] = shownColumns(answer, example.options)
  const highest = answer.rows.find((row) => row[1] === Math.max(...answer.rows.map((one) => Number(one[1]))))!
  expect(shownCell(highest, jobs!, answer).bar).toBe(1)
  expect(shownCell(['x', null, 0.2, null, null], rate!, answer)).toMatchObject({
    text: '20.0%',
    threshold: { look: 'bad' },
  })
  expect(shownCell(['x', null, null, null, null], jobs!, answer)).toEqual({
    text: '–',
    isMissing: true,
    threshold: null,
    bar: null,
  })
})

test('bars of negative numbers are as long as those of positive ones; of zeros there are none', () => {
  const rows = [[-4], [2], [0]]
  const columns = [{ ...answer.columns[1]!, name: 'n' }]
  const bars = (of: number[][]) => {
    const numbers = { ...answer, columns, rows: of }
    const [column] = shownColumns(numbers, readTableOptions({ columns: [{ name: 'n', hasBar: true }] }))
    return of.map((row) => shownCell(row, column!, numbers).bar)
  }
  expect(bars(rows)).toEqual([1, 0.5, 0])
  expect(bars([[0]])).toEqual([null])
})

test('columns are as wide as their texts need, within reason', () => {
  const long = { ...answer, rows: [['x'.repeat(500), 1, 0, 0, 0]] }
  expect(columnWidths(shownColumns(long, usual), long)[0]).toBe(40)
  expect(Math.min(...columnWidths(shownColumns({ ...answer, rows: [] }, usual), answer))).toBeGreaterThan(6)
})

test('the part of a row: its dimensions, and its bucket where it has one', () => {
  expect(partOfRow(['import', 5, 0, 0, 0], answer)).toEqual({ key: [{ dimension: 'pipeline', value: 'import' }] })
  const time = { name: 'time', title: 'Time', type: 'TIME', unit: 'NONE', role: 'TIME' } as const
  const overTime = { columns: [time, ...answer.columns], every: 'HOUR' } as const
  expect(partOfRow(['2026-11-20T13:00:00Z', null, 5], overTime)).toEqual({
    key: [{ dimension: 'pipeline', value: null }],
    span: { from: Date.UTC(2026, 10, 20, 13), to: Date.UTC(2026, 10, 20, 14) },
  })
})

test('cells are ordered as people order them', () => {
  expect(['run 10', 'run 9', 'Run 1'].sort(compareCells)).toEqual(['Run 1', 'run 9', 'run 10'])
  expect([10, 9, -1].sort(compareCells)).toEqual([-1, 9, 10])
})

test('options that nobody can read become what is usual', () => {
  for (const stored of [null, 'x', { columns: {}, sort: 5 }, { columns: [null, {}], sort: [{}] }])
    expect(readTableOptions(stored)).toEqual({ columns: [], sort: [] })
  expect(readTableOptions({ columns: [{ name: 'a', decimals: 99, title: ' ' }] }).columns[0]).toMatchObject({
    decimals: 10,
    title: null,
  })
})

test('says how many rows there are', () => {
  const rows = Array.from({ length: 1000 }, () => [])
  expect(rowCountWords(1000, { rows, totalCount: 1000 })).toBe('1,000 rows')
  expect(rowCountWords(3, { rows, totalCount: 1000 })).toBe('3 of 1,000 rows')
  expect(rowCountWords(1000, { rows, totalCount: 5320 })).toBe('The first 1,000 rows of 5,320')
  expect(rowCountWords(3, { rows, totalCount: 5320 })).toBe('3 of the first 1,000 rows of 5,320')
})
