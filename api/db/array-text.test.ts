import { expect, test } from 'vitest'
import { arrayText } from './array-text.ts'

test('writes numbers, nulls and texts as PostgreSQL reads them', () => {
  expect(arrayText([])).toBe('{}')
  expect(arrayText([1, null, 'a b', '', 'NULL'])).toBe('{1,null,"a b","","NULL"}')
  expect(arrayText(['{"say": "hi"}', 'C:\\x'])).toBe('{"{\\"say\\": \\"hi\\"}","C:\\\\x"}')
})

test('leaves control characters as they are, also beside quotes', () => {
  expect(arrayText(['a\n\tb', null, 2])).toBe('{"a\n\tb",null,2}')
  expect(arrayText(['a\n\tb', '"\n"', '\\\u0001'])).toBe('{"a\n\tb","\\"\n\\"","\\\\\u0001"}')
})
