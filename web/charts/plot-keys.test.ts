import { expect, test } from 'vitest'
import { readPlotKey } from './plot-keys.ts'

test('arrows move within the buckets, with Shift they select', () => {
  expect(readPlotKey('ArrowRight', false, 3, 10)).toEqual({ do: 'move', to: 4, select: false })
  expect(readPlotKey('ArrowLeft', true, 3, 10)).toEqual({ do: 'move', to: 2, select: true })
  expect(readPlotKey('ArrowRight', false, 9, 10)).toEqual({ do: 'move', to: 9, select: false })
  expect(readPlotKey('PageUp', false, 3, 10)).toEqual({ do: 'move', to: 0, select: false })
  expect(readPlotKey('End', false, 3, 10)).toEqual({ do: 'move', to: 9, select: false })
})

test('the first move begins at the latest bucket', () => {
  expect(readPlotKey('ArrowLeft', false, -1, 10)).toMatchObject({ to: 9 })
  expect(readPlotKey('ArrowRight', false, -1, 10)).toMatchObject({ to: 9 })
})

test('open, zoom, table, leave; other keys are not the chart’s', () => {
  expect(readPlotKey('Enter', false, 0, 10)).toEqual({ do: 'open', shift: false })
  expect(readPlotKey('+', true, 0, 10)).toEqual({ do: 'zoom', factor: 0.5 })
  expect(readPlotKey('-', false, 0, 10)).toEqual({ do: 'zoom', factor: 2 })
  expect(readPlotKey('t', false, 0, 0)).toEqual({ do: 'table' })
  expect(readPlotKey('Escape', false, 0, 10)).toEqual({ do: 'leave' })
  expect([readPlotKey('Tab', false, 0, 10), readPlotKey('g', false, 0, 10), readPlotKey('Enter', false, 0, 0)]).toEqual(
    [null, null, null],
  )
})
