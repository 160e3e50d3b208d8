import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test.each([
  ['a', 'a'],
  ['', ''],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['=HYPERLINK("http://x";"y")', '"\'=HYPERLINK(""http://x"";""y"")"'],
  ['a=1', 'a=1'],
  [' ü€😀', ' ü€😀'],
])('%j is written as %j', (cell, written) => {
  expect(csvLine([cell, 'b'])).toBe(`${written},b\r\n`)
})
