import { expect, test } from 'vitest'
import { changeOf } from './value-change.ts'

test('percent of counts and durations, points of shares', () => {
  expect(changeOf({ now: 90, before: 100 }, 'COUNT', 'neutral')).toEqual({
    text: '−10%',
    direction: 'down',
    tone: 'neutral',
  })
  expect(changeOf({ now: 150, before: 100 }, 'MILLISECONDS', 'bad')).toMatchObject({ text: '+50%', tone: 'bad' })
  expect(changeOf({ now: 50, before: 100 }, 'MILLISECONDS', 'bad')).toMatchObject({ text: '−50%', tone: 'good' })
  expect(changeOf({ now: 0.05, before: 0.02 }, 'RATIO', 'bad')).toMatchObject({ text: '+3 points', tone: 'bad' })
  expect(changeOf({ now: 0.02, before: 0.03 }, 'RATIO', 'bad')).toMatchObject({ text: '−1 point', tone: 'good' })
})

test('no change, and no comparison', () => {
  expect(changeOf({ now: 100.001, before: 100 }, 'COUNT', 'bad')).toMatchObject({ direction: 'same', tone: 'neutral' })
  expect(changeOf({ now: 0, before: 0 }, 'COUNT', 'bad')).toMatchObject({ direction: 'same' })
  expect(changeOf({ now: 5, before: 0 }, 'COUNT', 'bad')).toBeNull()
  expect(changeOf({ now: null, before: 0.5 }, 'RATIO', 'bad')).toBeNull()
  expect(changeOf({ now: 0.1, before: 0 }, 'RATIO', 'bad')).toMatchObject({ text: '+10 points' })
})
