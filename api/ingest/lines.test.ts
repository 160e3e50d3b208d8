import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeLineCutter } from './lines.ts'

/** All lines as text, null for one that was too long; numbers must run from 1. */
function cutAll(chunks: Buffer[], longest: number): (string | null)[] {
  const cutter = makeLineCutter(longest)
  const texts: (string | null)[] = []
  const take = (number: number, bytes: Buffer | null) => {
    expect(number).toBe(texts.length + 1)
    texts.push(bytes && bytes.toString('utf8'))
  }
  for (const chunk of chunks) for (const { number, bytes } of cutter.cut(chunk)) take(number, bytes)
  for (const { number, bytes } of cutter.last()) take(number, bytes)
  return texts
}

describe('makeLineCutter', () => {
  test('gives the same lines however the bytes are cut into chunks, and leaves out those that are too long', () => {
    const text = fc
      .array(fc.constantFrom('a', 'ü', '😀', '\n', '\r\n', 'bcd'), { maxLength: 60 })
      .map((all) => all.join(''))
    const cuts = fc.array(fc.nat({ max: 120 }), { maxLength: 12 })
    fc.assert(
      fc.property(text, cuts, fc.integer({ min: 1, max: 30 }), (whole, places, longest) => {
        const bytes = Buffer.from(whole)
        const ends = [0, ...places.map((place) => Math.min(place, bytes.length)).sort((a, b) => a - b), bytes.length]
        const chunks = ends.slice(1).map((end, i) => bytes.subarray(ends[i], end))
        const lines = whole.split('\n')
        if (lines.at(-1) === '') lines.pop()
        expect(cutAll(chunks, longest)).toEqual(lines.map((line) => (Buffer.byteLength(line) > longest ? null : line)))
      }),
      { numRuns: 1000 },
    )
  })

  test('has nothing to say about nothing', () => {
    expect(cutAll([], 10)).toEqual([])
    expect(cutAll([Buffer.from('')], 10)).toEqual([])
  })
})
