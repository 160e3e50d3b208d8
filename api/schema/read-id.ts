/** The number that an id stands for; 0, which nothing has, for a text that is no id: it is then not found like any other. */
export function readId(id: string): number {
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
}
