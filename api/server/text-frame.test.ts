import { expect, test } from 'vitest'
import { startTextFrame } from './text-frame.ts'

/** The frame, read by the rules of RFC 6455. */
function read(frame: Buffer) {
  const [first, second] = [frame[0]!, frame[1]!]
  const [length, start] =
    second === 127 ? [Number(frame.readBigUInt64BE(2)), 10] : second === 126 ? [frame.readUInt16BE(2), 4] : [second, 2]
  return { isWholeText: first === 0x81, length, text: frame.subarray(start).toString() }
}

test.each([0, 1, 120, 121, 65_530, 65_531, 200_000])('with a rest of %i bytes', (rest) => {
  const head = Buffer.from('häad')
  const { isWholeText, length, text } = read(Buffer.concat([startTextFrame(head, rest), Buffer.alloc(rest, 'x')]))
  expect(isWholeText).toBe(true)
  expect(length).toBe(head.length + rest)
  expect(text).toBe(`häad${'x'.repeat(rest)}`)
})
