import { expect, test } from 'vitest'
import { exampleData } from './example-data.ts'
import { bucketAtX, bucketX, plotArea, valueAtY } from './geometry.ts'
import { bucketTotal, isEmpty, segmentAt, toBuckets } from './shape.ts'
import { describeBucket, summarise } from './summary.ts'

const data = exampleData([
  { id: 'f', label: 'Failed', unit: 'COUNT', values: [1, null, 0] },
  { id: 's', label: 'Succeeded', unit: 'COUNT', values: [9, null, 4] },
])

test('series side by side; what is missing stays missing', () => {
  const buckets = toBuckets(data)
  expect(buckets.map(({ values, complete }) => [values, complete])).toEqual([
    [[1, 9], true],
    [[null, null], true],
    [[0, 4], false],
  ])
  expect(buckets.map(bucketTotal)).toEqual([10, null, 4])
  expect(buckets[2]?.to).toBe(Date.parse(data.to))
  expect(toBuckets({ ...data, series: [] })).toEqual([])
})

test('what a click hits', () => {
  const [bucket] = toBuckets(data)
  if (!bucket) throw new Error('no bucket')
  expect([0.5, 1, 5, 10, 10.5, -1].map((value) => segmentAt(bucket, value))).toEqual([0, 0, 1, 1, null, null])
})

test('places on the picture and back', () => {
  const axis = { bottom: 0, top: 100, step: 50 }
  const area = plotArea({ width: 400, height: 200 }, axis, 'COUNT', 0)
  for (const index of [0, 7, 23]) expect(bucketAtX(bucketX(index, area, 24).centre, area, 24)).toBe(index)
  expect(bucketAtX(-50, area, 24)).toBe(0)
  expect(bucketAtX(999, area, 24)).toBe(23)
  expect(bucketAtX(10, area, 0)).toBe(-1)
  expect(valueAtY(area.top, area, axis)).toBe(100)
  expect(valueAtY(area.bottom, area, axis)).toBe(0)
})

test('the picture in words', () => {
  expect(summarise(data, { title: 'Jobs by status' })).toBe(
    'Jobs by status: 3 buckets, from Thu 19 Nov 2026, 15:00–16:00 CET to Thu 19 Nov 2026, 17:00–18:00 CET. ' +
      'Failed: 1 in all, highest 1 at Thu 19 Nov 2026, 15:00–16:00 CET. ' +
      'Succeeded: 13 in all, highest 9 at Thu 19 Nov 2026, 15:00–16:00 CET. The last bucket is incomplete.',
  )
  expect(summarise({ ...data, series: [] }, { title: 'Jobs' })).toBe('Jobs: no data in this range.')
})

test('a bucket in words', () => {
  const [first, second, third] = toBuckets(data)
  if (!first || !second || !third) throw new Error('three buckets expected')
  expect(describeBucket(data, first)).toBe('Thu 19 Nov 2026, 15:00–16:00 CET: Failed 1, Succeeded 9.')
  expect(describeBucket(data, second)).toContain('Failed no value, Succeeded no value')
  expect(describeBucket(data, third)).toContain('Incomplete')
})

test('empty is no value at all; a zero is a value', () => {
  expect(isEmpty(data.series)).toBe(false)
  expect(isEmpty(exampleData([{ id: 'a', label: 'a', unit: 'RATIO', values: [null, null] }]).series)).toBe(true)
  expect(isEmpty(exampleData([{ id: 'a', label: 'a', unit: 'RATIO', values: [null, 0] }]).series)).toBe(false)
})
