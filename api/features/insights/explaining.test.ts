import { expect, test } from 'vitest'
import type { Contributor } from '../causes/index.ts'
import { explaining } from './explaining.ts'

const contributor = (contribution: number, share: number | null): Contributor => ({
  key: [{ dimension: 'trigger', value: 'manual' }],
  before: 1,
  after: 2,
  weight: 1,
  rateEffect: contribution,
  mixEffect: 0,
  surprise: 0,
  contribution,
  share,
})

test('what explains a fall says nothing of a rise', () => {
  expect(explaining({ direction: 'UP' }, [contributor(-29_000, 2.14)])).toEqual([])
  expect(explaining({ direction: 'DOWN' }, [contributor(-29_000, 2.14)])).toHaveLength(1)
})

test('a group that moves against the change belongs to it', () => {
  const against = contributor(0.27, -0.54)
  expect(explaining({ direction: 'DOWN' }, [contributor(-0.7, 1.4), against])).toHaveLength(2)
  expect(explaining({ direction: 'UP' }, [against])).toEqual([])
})

test('without a change there is nothing to explain', () => {
  expect(explaining({ direction: 'UP' }, [contributor(1, null)])).toEqual([])
})
