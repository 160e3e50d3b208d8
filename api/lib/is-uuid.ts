/** Whether a text is a uuid as the database writes it: anything else is no id, and need not be looked for. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
