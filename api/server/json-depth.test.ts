import { expect, test } from 'vitest'
import { nestsDeeper } from './json-depth.ts'

const deeper = (text: string, most: number) => nestsDeeper(Buffer.from(text), most)

test('counts lists and objects', () => {
  expect(deeper('{"a": [{"b": 1}, []]}', 3)).toBe(false)
  expect(deeper('{"a": [{"b": 1}, []]}', 2)).toBe(true)
  expect(deeper('[[]]'.repeat(1_000), 2)).toBe(false)
  expect(deeper('['.repeat(1_000_000), 50)).toBe(true)
})

test('brackets in texts are no brackets', () => {
  expect(deeper('"[[[[{{{{"', 0)).toBe(false)
  expect(deeper(String.raw`{"a\"[[[": "\\", "b": "\\\"{{{"}`, 1)).toBe(false)
  expect(deeper(String.raw`["\\", [[]]]`, 2)).toBe(true)
  expect(deeper('{"a', 1)).toBe(false)
})
