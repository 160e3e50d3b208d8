import { expect, test } from 'vitest'
import type { Cell, TableAnswer } from '../panel.ts'
import { testPanelKind } from '../testing.ts'
import { example } from './example.ts'
import { runs } from './index.ts'
import { readRunsOptions } from './options.ts'
import { compareRuns, comparisonWords, runsTable } from './shape.ts'

const answer = example.answers.TOTAL!
const comparison = compareRuns(answer, example.options)
const metric = (name: string, of = comparison) => of.metrics.find((one) => one.name === name)!
const of = (rows: Cell[][]): TableAnswer => ({ ...answer, rows })

test('keeps the contract of panels', () => testPanelKind(runs))

test('metrics under each other, runs side by side', () => {
  expect(comparison.runs).toEqual(['momentum-a', 'momentum-b', 'momentum-c'])
  expect(comparison.keys.get('momentum-b')).toEqual([{ dimension: 'label.sweep', value: 'momentum-b' }])
  expect(comparison.metrics.map(({ name }) => name)).toEqual(['drawdown', 'return', 'sharpe_ratio', 'trades'])
  expect(metric('trades').values.map(({ value, text }) => [value, text])).toEqual([
    [412, '412'],
    [388, '388'],
    [null, '–'],
  ])
})

test('the best is marked: the higher one, or the lower one where that is usual', () => {
  const best = (name: string) => metric(name).values.flatMap(({ run, isBest }) => (isBest ? [run] : []))
  expect(best('sharpe_ratio')).toEqual(['momentum-b'])
  expect(best('return')).toEqual(['momentum-c'])
  expect(best('trades')).toEqual([])
  expect(metric('drawdown').better).toBe('higher')
  expect(best('drawdown')).toEqual(['momentum-b'])
})

test('a drawdown reported as an amount is better when it is less', () => {
  const amounts = compareRuns(
    of([
      ['a', 'max_drawdown', 0.12],
      ['b', 'max_drawdown', 0.08],
    ]),
    readRunsOptions(null),
  )
  expect(metric('max_drawdown', amounts)).toMatchObject({ better: 'lower', values: [{}, { isBest: true }] })
  expect(metric('max_drawdown', amounts).values[1]!.difference).toEqual({
    text: '−0.04 (−33.3%)',
    direction: 'down',
    tone: 'good',
  })
})

test('differences from the baseline, absolute and in percent of its amount', () => {
  const [a, b, c] = metric('drawdown').values
  expect(a!.difference).toBeNull()
  expect(b!.difference).toEqual({ text: '+0.038 (+31.4%)', direction: 'up', tone: 'good' })
  expect(c!.difference).toEqual({ text: '−0.116 (−95.9%)', direction: 'down', tone: 'bad' })
  const other = compareRuns(answer, { ...example.options, baseline: 'momentum-c' })
  expect(metric('return', other).values.map(({ difference }) => difference?.text ?? null)).toEqual([
    '−0.022 (−10.7%)',
    '−0.034 (−16.6%)',
    null,
  ])
})

test('a baseline that is gone gives way to the first run', () => {
  expect(compareRuns(answer, { ...example.options, baseline: 'gone' }).baseline).toBe('momentum-a')
})

test('nothing is best where all are the same, or where there is one', () => {
  const same = compareRuns(
    of([
      ['a', 'x', 1],
      ['b', 'x', 1],
      ['a', 'y', 5],
    ]),
    readRunsOptions(null),
  )
  expect(same.metrics.flatMap(({ values }) => values.filter(({ isBest }) => isBest))).toEqual([])
  expect(metric('x', same).values[1]!.difference).toMatchObject({
    text: 'no change',
    direction: 'same',
    tone: 'neutral',
  })
})

test('a baseline of zero has no percentage', () => {
  const zero = compareRuns(
    of([
      ['a', 'x', 0],
      ['b', 'x', 2],
    ]),
    readRunsOptions(null),
  )
  expect(metric('x', zero).values[1]!.difference).toEqual({ text: '+2', direction: 'up', tone: 'good' })
})

test('metrics that are chosen, in their order', () => {
  const chosen = compareRuns(answer, { ...example.options, shown: ['return', 'gone', 'drawdown'] })
  expect(chosen.metrics.map(({ name }) => name)).toEqual(['return', 'drawdown'])
})

test('without the dimension of metrics, or without rows, there is nothing to compare', () => {
  expect(compareRuns(of([]), readRunsOptions(null))).toMatchObject({ runs: [], metrics: [], baseline: null })
  const without = { ...answer, columns: answer.columns.filter(({ name }) => name !== 'name') }
  expect(compareRuns(without, readRunsOptions(null)).metrics).toEqual([])
})

test('as a table and in words', () => {
  const { columns, rows } = runsTable(comparison)
  expect(columns.map(({ title }) => title)).toEqual(['Metric', 'momentum-a', 'momentum-b', 'momentum-c'])
  expect(rows[3]).toEqual(['trades', 412, 388, null])
  expect(comparisonWords(comparison)).toContain(
    'sharpe_ratio: momentum-a 1.42, momentum-b 1.77, momentum-c 0.96. Best: momentum-b.',
  )
})

test('very many runs are not compared, and it says how many are left out', () => {
  const rows = Array.from({ length: 60 }, (_, run) => [`run ${run}`, 'x', run])
  const { runs: shown, runsLeftOut } = compareRuns(of(rows), readRunsOptions({ baseline: 'run 59' }))
  expect([shown.length, runsLeftOut, shown[2]]).toEqual([24, 36, 'run 2'])
})
