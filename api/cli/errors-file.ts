import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { UserError } from '../lib/user-error.ts'

/** A file that takes the rejected rows, one JSON object on each line. */
export interface ErrorsFile {
  write(rejections: { line: number; reason: string }[]): void
  close(): void
}

/**
 * Makes the file, or empties it. Throws a UserError when it cannot be written, or when it is one of `inputs`: emptying the
 * file that is to be read would lose it.
 */
export function openErrorsFile(path: string, inputs: string[]): ErrorsFile {
  const same = inputs.find((input) => isSameFile(input, path))
  if (same !== undefined) throw new UserError(`--errors ${path} would overwrite ${same}. Name another file.`)
  const file = open(path)
  return {
    write(rejections) {
      const text = rejections.map(({ line, reason }) => `${JSON.stringify({ line, reason })}\n`).join('')
      if (text !== '') writeSync(file, text)
    },
    close() {
      closeSync(file)
    },
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    throw new UserError(`--errors ${path} cannot be written: ${error instanceof Error ? error.message : error}`)
  }
}

function isSameFile(a: string, b: string): boolean {
  const [x, y] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }))
  return x !== undefined && y !== undefined && x.dev === y.dev && x.ino === y.ino && x.isFile()
}
