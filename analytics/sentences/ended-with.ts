/** A sentence without its full stop, with what there is to add. */
export function endedWith(sentence: string, addition: string | null): string {
  return addition === null ? `${sentence}.` : `${sentence}: ${addition}.`
}
