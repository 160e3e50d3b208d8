const NEWLINE = 0x0a
const FIRST_CAPACITY = 4096

/** A line without its end, with its number from 1. `bytes` is null when the line was longer than allowed. */
export interface Line {
  number: number
  bytes: Buffer | null
}

/**
 * Cuts a stream of bytes into lines. A newline byte stands in no other character of UTF-8, so bytes can be cut before they
 * are decoded. A line that goes over several chunks is gathered in one buffer of at most `longest` bytes; of a longer one
 * nothing is kept. `bytes` is valid until the next line is asked for.
 */
export function makeLineCutter(longest: number) {
  let number = 0
  let gathered = Buffer.allocUnsafe(Math.min(FIRST_CAPACITY, longest))
  let length = 0
  let isTooLong = false

  function gather(part: Buffer) {
    if (isTooLong || part.length === 0) return
    if (length + part.length > longest) {
      isTooLong = true
      length = 0
      return
    }
    if (length + part.length > gathered.length) {
      const larger = Buffer.allocUnsafe(Math.min(longest, Math.max(gathered.length * 2, length + part.length)))
      gathered.copy(larger, 0, 0, length)
      gathered = larger
    }
    length += part.copy(gathered, length)
  }

  function finish(): Line {
    const bytes = isTooLong ? null : gathered.subarray(0, length)
    length = 0
    isTooLong = false
    return { number: ++number, bytes }
  }

  return {
    /** The lines that end in this chunk. */
    *cut(chunk: Buffer): Generator<Line> {
      let start = 0
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
        const part = chunk.subarray(start, end)
        start = end + 1
        if (length > 0 || isTooLong || part.length > longest) {
          gather(part)
          yield finish()
        } else {
          yield { number: ++number, bytes: part }
        }
      }
      gather(chunk.subarray(start))
    },
    /** The last line, when the stream does not end with a newline. */
    last(): Line[] {
      return length > 0 || isTooLong ? [finish()] : []
    },
  }
}
