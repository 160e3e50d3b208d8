import { expect, test } from 'vitest'
import type { PanelFilter } from '../../../panels/panel.ts'
import { filterWords, finishedFilters, newCondition, withOp } from './filters.ts'
import { jobs } from './testing.ts'

const failed: PanelFilter = { dimension: 'status', op: 'IN', values: ['FAILED', 'TIMED_OUT'] }

test('a new condition is in the way that suits the dimension', () => {
  expect(newCondition({ name: 'status', ops: ['IS', 'IN'] })).toEqual({ dimension: 'status', op: 'IN' })
  expect(newCondition({ name: 'duration', ops: ['RANGE', 'IS_EMPTY'] })).toEqual({ dimension: 'duration', op: 'RANGE' })
})

test('decided in another way it keeps what that takes', () => {
  expect(withOp(failed, 'NOT_IN')).toEqual({ ...failed, op: 'NOT_IN' })
  expect(withOp(failed, 'IS')).toEqual({ dimension: 'status', op: 'IS', values: ['FAILED'] })
  expect(withOp(failed, 'IS_EMPTY')).toEqual({ dimension: 'status', op: 'IS_EMPTY' })
  expect(withOp({ dimension: 'attempt', op: 'RANGE', min: 0, max: 3 }, 'IN')).toEqual({
    dimension: 'attempt',
    op: 'IN',
  })
})

test('what is still being written is not asked, and what was imported stays', () => {
  const deep: PanelFilter = { any: [{ all: [failed, { dimension: 'label.a', op: 'IS_EMPTY' }] }] }
  const unfinished: PanelFilter[] = [
    {},
    { dimension: 'status', op: 'IN' },
    { dimension: 'status', values: [] },
    { dimension: 'duration', op: 'RANGE' },
    { any: [{ dimension: 'status', op: 'IS' }] },
    { all: [] },
  ]
  expect(finishedFilters([...unfinished, deep, { dimension: 'duration', op: 'RANGE', min: 0 }])).toEqual([
    deep,
    { dimension: 'duration', op: 'RANGE', min: 0 },
  ])
  expect(finishedFilters([{ any: [failed, { dimension: 'status' }] }])).toEqual([{ any: [failed] }])
})

test('filters are said in words', () => {
  expect(filterWords(failed, jobs)).toBe('Status is one of FAILED, TIMED_OUT')
  expect(filterWords({ dimension: 'status', values: ['FAILED'] }, jobs)).toBe('Status is one of FAILED')
  expect(filterWords({ dimension: 'duration', op: 'RANGE', max: 5 }, jobs)).toBe('Duration is at most 5')
  expect(filterWords({ dimension: 'duration', op: 'RANGE', min: 1, max: 5 }, jobs)).toBe('Duration is between 1 and 5')
  const group: PanelFilter = {
    any: [
      { dimension: 'gone', op: 'IS_EMPTY' },
      { all: [failed, { dimension: 'label.a', op: 'CONTAINS', values: ['x'] }] },
    ],
  }
  expect(filterWords(group, jobs)).toBe(
    '(gone is empty or (Status is one of FAILED, TIMED_OUT and Label a contains x))',
  )
})
