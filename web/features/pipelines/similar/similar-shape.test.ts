import { expect, test } from 'vitest'
import { shapeSimilar } from './similar-shape.ts'

const aspects = [
  { aspect: 'RUNS' as const, similarity: 1 },
  { aspect: 'HOURS' as const, similarity: 0.9 },
  { aspect: 'DURATIONS' as const, similarity: 0.3 },
]

test('those that are alike, and in what', () => {
  const found = [
    { pipeline: 'archive', similarity: 0.65, aspects },
    { pipeline: 'ping', similarity: 0.2, aspects },
  ]
  expect(shapeSimilar({ found, reason: null })).toEqual({
    rows: [{ pipeline: 'archive', similarity: 0.65, alikeIn: 'number of jobs, hours of the week' }],
  })
})

test('none, and why nothing can be told', () => {
  const far = [{ pipeline: 'ping', similarity: 0.2, aspects }]
  const none = { instead: 'No other pipeline behaves like this one.' }
  expect(shapeSimilar({ found: far, reason: null })).toEqual(none)
  expect(shapeSimilar({ found: [], reason: null })).toEqual(none)
  expect(shapeSimilar({ found: null, reason: 'Too few.' })).toEqual({ instead: 'Too few.' })
})
