import { expect, test } from 'vitest'
import type { PanelAnswers } from '../panel.ts'
import { testPanelKind } from '../testing.ts'
import { example } from './example.ts'
import { number } from './index.ts'
import { readNumberOptions } from './options.ts'
import { tilesOf, tileWords } from './shape.ts'

const tiles = tilesOf(example.answers, example.options)

test('keeps the contract of panels', () => testPanelKind(number))

test('one number for each measure, with its unit, its course and its judgement', () => {
  expect(tiles.map(({ title, text, before, threshold }) => [title, text, before, threshold?.look ?? null])).toEqual([
    ['Jobs', '12.4 k', '11.1 k', null],
    ['Failure rate', '4.2%', '6.1%', 'warning'],
    ['Duration, 95th percentile', '1 m 12 s', '1 m 4 s', null],
  ])
  expect(tiles.map(({ points }) => points.length)).toEqual([24, 24, 24])
})

test('a change is better or worse as is usual for its measure', () => {
  expect(tiles.map(({ change }) => [change?.text, change?.tone])).toEqual([
    ['+12.2%', 'neutral'],
    ['−1.9 points', 'good'],
    ['+13%', 'bad'],
  ])
})

test('says it in words', () => {
  expect(tileWords(tiles[1]!)).toBe(
    'Failure rate 4.2% (warning), −1.9 points, better, from 6.1% in the compared period.',
  )
})

test('with a dimension there is one for each of its values, money in its currency', () => {
  const answers: PanelAnswers = {
    TOTAL: {
      ...example.answers.TOTAL!,
      columns: [
        { name: 'currency', title: 'Currency', type: 'STRING', unit: 'NONE', role: 'DIMENSION' },
        { name: 'cost', title: 'Cost', type: 'FLOAT', unit: 'CURRENCY', role: 'MEASURE' },
      ],
      rows: [
        ['EUR', 12.5],
        [null, null],
      ],
    },
  }
  expect(tilesOf(answers, readNumberOptions(null))).toMatchObject([
    { title: 'EUR', text: '€12.50', change: null, before: null, key: [{ dimension: 'currency', value: 'EUR' }] },
    { title: 'none', text: '–' },
  ])
})

test('nothing before the answer', () => {
  expect(tilesOf({}, example.options)).toEqual([])
})

test('options that nobody can read become what is usual', () => {
  const usual = { sparkline: true, measures: {} }
  for (const stored of [null, 5, 'x', [], { sparkline: 'yes', measures: 7 }])
    expect(readNumberOptions(stored)).toEqual(usual)
  expect(readNumberOptions({ measures: { cost: null } }).measures).toEqual({
    cost: { moreIs: 'usual', thresholds: [] },
  })
})
