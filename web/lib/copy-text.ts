/** Puts text on the clipboard, and tells in words whether the browser allowed it: on plain http it gives no clipboard at all. */
export async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text)
    return COPIED
  } catch {
    return 'Copying is not allowed here'
  }
}

/** What is said of a copy that was made. */
export const COPIED = 'Copied'
