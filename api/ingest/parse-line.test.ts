import { expect, test } from 'vitest'
import { parseLine } from './parse-line.ts'

test('parseLine reads JSON, with a byte order mark or a carriage return too', () => {
  expect(parseLine(Buffer.from('{"a":"ü"}\r'))).toEqual({ value: { a: 'ü' } })
  expect(parseLine(Buffer.from('\ufeff{"a":1}'))).toEqual({ value: { a: 1 } })
})

test.each(['', ' ', '\t\r', '\ufeff'])('parseLine skips a blank line: %j', (text) => {
  expect(parseLine(Buffer.from(text))).toBeNull()
})

test('parseLine says what is wrong, shortly', () => {
  expect(parseLine(Buffer.from('{"a":'))).toEqual({
    wrong: 'The line is not JSON: Unexpected end of JSON input. Send one object a line.',
  })
  expect(parseLine(Buffer.from([0x22, 0xff, 0x22]))).toEqual({
    wrong: 'The line is not valid UTF-8: send text in UTF-8.',
  })
  const long = parseLine(Buffer.from(`{"a": ${'x'.repeat(100_000)}`))
  expect(long && 'wrong' in long && long.wrong.length).toBeLessThan(300)
})
