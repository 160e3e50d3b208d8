import { nearestIfClose } from '../../lib/nearest.ts'

/** ` (did you mean "x"?)`, or nothing when no name is close. To be put behind a wrong name. */
export function didYouMean(wrong: string, names: Iterable<string>): string {
  const nearest = nearestIfClose(wrong, [...names])
  return nearest === null ? '' : ` (did you mean ${JSON.stringify(nearest)}?)`
}
