import { UserError } from '../lib/user-error.ts'

/** Reads a limit: a whole number from `least` to `most`, or `none`, which is null. Undefined stays as it is. Throws a UserError. */
export function readLimit(
  option: string,
  text: string | undefined,
  { least = 0, most = Number.MAX_SAFE_INTEGER } = {},
): number | null | undefined {
  if (text === undefined) return undefined
  if (text === 'none') return null
  const limit = /^\d+$/.test(text) ? Number(text) : NaN
  if (limit >= least && limit <= most) return limit
  throw new UserError(`${option} is "${text}": write a whole number from ${least} to ${most}, or none.`)
}
