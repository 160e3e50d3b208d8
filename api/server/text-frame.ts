/** The first byte of a whole message of text, of WebSocket (RFC 6455, section 5.2). */
const WHOLE_TEXT = 0x81
/** Lengths up to here stand in the second byte; greater ones follow it, in two or in eight bytes. */
const SHORT = 125
const MEDIUM = 0xffff

/**
 * The beginning of a message of text from a server, up to and with `head`: so many bytes are to follow. Messages with the
 * same rest can so be sent without copying it.
 */
export function startTextFrame(head: Buffer, restBytes: number): Buffer {
  const length = head.length + restBytes
  const lengthBytes = length <= SHORT ? 0 : length <= MEDIUM ? 2 : 8
  const start = Buffer.allocUnsafe(2 + lengthBytes + head.length)
  start[0] = WHOLE_TEXT
  if (lengthBytes === 0) start[1] = length
  else if (lengthBytes === 2) {
    start[1] = SHORT + 1
    start.writeUInt16BE(length, 2)
  } else {
    start[1] = SHORT + 2
    start.writeBigUInt64BE(BigInt(length), 2)
  }
  head.copy(start, 2 + lengthBytes)
  return start
}
