import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { addAbortSignal, pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UserError } from '../../lib/user-error.ts'

/** A file, or standard input, as it is read. */
export interface Input {
  /** For messages. */
  name: string
  /** Bytes of the file as it lies on disk; null when that is unknown. */
  size: number | null
  /** Bytes taken from it so far. */
  bytesRead(): number
  /** Its content, unpacked when it is gzip. */
  chunks: AsyncIterable<Uint8Array>
}

export interface OpenOptions {
  /** What `-` stands for. */
  stdin: Readable
  /** Ends the reading at once; the iteration then throws. */
  signal: AbortSignal
}

/** Opens a file, or standard input for `-`. Gzip is told by its first two bytes, not by the name. Throws a UserError. */
export async function openInput(path: string, options: OpenOptions): Promise<Input> {
  const size = path === '-' ? null : await fileSize(path)
  const name = path === '-' ? 'standard input' : path
  const source = addAbortSignal(options.signal, path === '-' ? options.stdin : createReadStream(path))
  // Who reads the chunks gets the error; before anyone does, as when Ctrl-C comes early, it must not end the process.
  source.on('error', () => {})
  let bytes = 0
  const counted = (async function* () {
    for await (const chunk of source) {
      bytes += chunk.length
      yield chunk
    }
  })()
  return { name, size, bytesRead: () => bytes, chunks: unpacked(counted, name) }
}

async function fileSize(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UserError(`There is no file ${path}.`)
    throw new UserError(`${path} cannot be read: ${error.message}`)
  })
  if (found.isDirectory()) throw new UserError(`${path} is a folder; import takes one file.`)
  return found.size
}

async function* unpacked(chunks: AsyncGenerator<Buffer>, name: string): AsyncGenerator<Uint8Array> {
  const first = await chunks.next()
  if (first.done) return
  const rest = (async function* () {
    yield first.value
    yield* chunks
  })()
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* rest
  try {
    // The callback is called with the same error that the iteration throws.
    yield* pipeline(Readable.from(rest), createGunzip(), () => {})
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new UserError(`${name} is damaged or not complete: gzip says "${error.message}".`, { cause: error })
    }
    throw error
  }
}
