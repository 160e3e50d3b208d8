import { expect, test } from 'vitest'
import { chartThemes } from '../../charts/theme.ts'
import { dimensionColumn, exampleTable, measureColumn } from '../example.ts'
import { testPanelKind } from '../testing.ts'
import { scatterSummary, toDots } from './dots.ts'
import { scatter } from './index.ts'
import { scatterScene, sortedKeys } from './scene.ts'

const answer = exampleTable(
  [
    dimensionColumn('run', 'Run'),
    measureColumn('return', 'Return', 'RATIO'),
    measureColumn('sharpe', 'Sharpe ratio', 'NONE'),
  ],
  [
    ['b', 0.2, 1.5],
    ['a', -0.1, -0.5],
    ['c', null, 2],
  ],
)
const canvas = { width: 400, height: 240, theme: chartThemes.light }

test('holds what every panel holds', () => testPanelKind(scatter))

test('values below zero have their place, and what has not both values is told', () => {
  const data = toDots(answer)
  expect(data.dots).toHaveLength(2)
  expect(scatterSummary(data, 'Runs')).toBe(
    'Runs: 2 dots, Return from -10% to 20%, Sharpe ratio from -0.5 to 1.5. 1 row without both values.',
  )
  const [first, second] = scatterScene(data, { hasLabels: true, colourOf: () => 0 }, canvas).items.map(
    ({ outline }) => outline,
  )
  if (first?.kind !== 'dot' || second?.kind !== 'dot') throw new Error('dots expected')
  expect(first.x).toBeLessThan(second.x)
  expect(first.y).toBeGreaterThan(second.y)
})

test('items and keys go from left to right', () => {
  const data = toDots(answer)
  expect(sortedKeys(data)).toEqual([[{ dimension: 'run', value: 'a' }], [{ dimension: 'run', value: 'b' }]])
  expect(scatterScene(data, { hasLabels: false, colourOf: () => 0 }, canvas).items.map(({ name }) => name)).toEqual([
    'a',
    'b',
  ])
})

test('the size is by area', () => {
  const { TOTAL } = scatter.example.answers
  if (!TOTAL) throw new Error('a total expected')
  const scene = scatterScene(toDots(TOTAL), { hasLabels: true, colourOf: () => 0 }, canvas)
  const radius = (name: string) => {
    const outline = scene.items.find((item) => item.name === name)?.outline
    return outline?.kind === 'dot' ? outline.radius : 0
  }
  expect((radius('import') / radius('mail')) ** 2).toBeCloseTo(4200 / 9100, 6)
})
