import { badInput } from '../../schema/errors.ts'
import { quoted } from '../../lib/nearest.ts'

/** Throws badInput when a question names more than `most`, or one of them twice. */
export function refuseTooMany(what: string, names: readonly string[], most: number): void {
  if (names.length > most) throw badInput(`The question has ${names.length} ${what}: at most ${most} are possible.`)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined)
    throw badInput(`The question names ${quoted(twice)} twice among its ${what}: once is enough.`)
}
