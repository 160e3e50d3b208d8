import { expect, test } from 'vitest'
import type { PanelColumn, Unit } from '../panel.ts'
import { readAmount } from './amount.ts'
import { columnFilter } from './column-filter.ts'

const number = (unit: Unit): PanelColumn => ({ name: 'n', title: 'N', type: 'FLOAT', unit, role: 'MEASURE' })
const text: PanelColumn = { name: 'd', title: 'D', type: 'STRING', unit: 'NONE', role: 'DIMENSION' }
const context = { timezone: 'Europe/Berlin', every: 'DAY' } as const

const kept = (filter: string, column: PanelColumn, cells: readonly (string | number | null)[]) =>
  cells.filter(columnFilter(filter, column, context))

test('numbers by comparison, by range and by themselves', () => {
  const cells = [1, 5, 10, null]
  expect(kept('> 5', number('COUNT'), cells)).toEqual([10])
  expect(kept('>=5', number('COUNT'), cells)).toEqual([5, 10])
  expect(kept('<5', number('COUNT'), cells)).toEqual([1])
  expect(kept('2..7', number('COUNT'), cells)).toEqual([5])
  expect(kept('10', number('COUNT'), cells)).toEqual([10])
  expect(kept('many', number('COUNT'), cells)).toEqual([])
  expect(kept('-5..0', number('NONE'), [-1, 1])).toEqual([-1])
})

test('in the unit that the table shows', () => {
  expect(kept('> 5%', number('RATIO'), [0.04, 0.06])).toEqual([0.06])
  expect(kept('> 1 m 10 s', number('MILLISECONDS'), [60_000, 72_000])).toEqual([72_000])
  expect(kept('< 2', number('MILLISECONDS'), [1_500, 2_500])).toEqual([1_500])
  expect(kept('>1.5k', number('COUNT'), [1_400, 1_600])).toEqual([1_600])
})

test('texts that contain it, and times as they are shown', () => {
  expect(kept('IMP', text, ['import', 'export', null])).toEqual(['import'])
  expect(kept('none', text, ['import', null])).toEqual([null])
  expect(kept('20 nov', { ...text, type: 'TIME', role: 'TIME' }, ['2026-11-19T23:00:00Z'])).toHaveLength(1)
})

test('amounts that are none', () => {
  for (const wrong of ['', 'x', '1.2.3', '5 parsec', '.']) expect(readAmount(wrong, 'MILLISECONDS')).toBeNull()
  expect(readAmount('1.2.3', 'COUNT')).toBeNull()
  expect(readAmount('−3', 'NONE')).toBe(-3)
})
