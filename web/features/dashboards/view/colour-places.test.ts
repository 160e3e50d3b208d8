import { expect, test } from 'vitest'
import { makeColourPlaces } from './colour-places.ts'

test('a key keeps its place, whoever asks and whatever was asked for in between', () => {
  const placeOf = makeColourPlaces()
  expect(['eu', 'us', 'eu', 'asia', 'us'].map(placeOf)).toEqual([0, 1, 0, 2, 1])
})

test('two dashboards know nothing of each other', () => {
  makeColourPlaces()('eu')
  expect(makeColourPlaces()('us')).toBe(0)
})

test('keys that look like names of objects are keys like others', () => {
  const placeOf = makeColourPlaces()
  expect(['constructor', '__proto__', 'constructor'].map(placeOf)).toEqual([0, 1, 0])
})
