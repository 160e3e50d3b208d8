import { finished, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BadBody, BodyTooLarge } from './body-errors.ts'

export interface BodyOptions {
  /** True when the body is compressed with gzip. */
  gzip: boolean
  /** Most bytes that are read, after decompression. */
  maxBytes: number
}

/**
 * The bytes of a body as they come, decompressed; nothing is read ahead of who asks. Throws `BodyTooLarge` or `BadBody`.
 * The body is never destroyed, since that would close the connection before it could be answered.
 */
export async function* bodyChunks(body: Readable, options: BodyOptions): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of options.gzip ? unzipped(body) : plain(body)) {
    bytes += chunk.length
    if (bytes > options.maxBytes) {
      throw new BodyTooLarge(`The body is longer than ${options.maxBytes} bytes: send it in several requests.`)
    }
    yield chunk
  }
}

async function* plain(body: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false })) yield bufferOf(chunk)
  } catch (error) {
    throw ended(error)
  }
}

async function* unzipped(body: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const stopWatching = finished(body, { writable: false }, (error) => {
    if (error) gunzip.destroy(ended(error))
  })
  body.pipe(gunzip)
  try {
    for await (const chunk of gunzip) yield bufferOf(chunk)
  } catch (error) {
    if (error instanceof BadBody) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new BadBody(`The body is not valid gzip (${why}). Send it again, or without Content-Encoding.`, {
      cause: error,
    })
  } finally {
    stopWatching()
    body.unpipe(gunzip)
    body.pause()
    gunzip.destroy()
  }
}

function bufferOf(chunk: unknown): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
}

function ended(cause: unknown): BadBody {
  return new BadBody('The body ended before it was complete. Send it again: what was recorded stays as it is.', {
    cause,
  })
}
