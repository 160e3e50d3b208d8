import { expect, test } from 'vitest'
import { errorText } from './error-text.ts'
import { PIPELINES } from './pipelines.ts'
import { seededRandom } from './random.ts'

const AT = Date.UTC(2026, 10, 20)

test('every gap of every error text is filled, differently each time', () => {
  const random = seededRandom('errors')
  for (const template of PIPELINES.flatMap((pipeline) => pipeline.errors)) {
    const texts = Array.from({ length: 20 }, () => errorText(template, random, AT))
    expect(texts.filter((text) => /\{\w+\}/.test(text))).toEqual([])
    expect(new Set(texts).size).toBeGreaterThan(5)
  }
})

test('a gap of another name is refused', () => {
  expect(() => errorText('no {such} gap', seededRandom(1), AT)).toThrow('"no {such} gap" has an unknown gap {such}')
})
