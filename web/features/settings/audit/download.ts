/**
 * Fetches a file and hands it to the browser to keep. A plain link would leave the page, or say nothing, when the server
 * refuses.
 * @returns null when it went well, else a sentence to show
 */
export async function download(path: string, name: string): Promise<string | null> {
  const response = await fetch(path).catch(() => null)
  if (!response) return 'The server cannot be reached. Check the connection and try again.'
  if (!response.ok) return refusalOf(response)
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
  return null
}

async function refusalOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null)
  if (typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string') return body.error
  return `The server answered ${response.status}. Try again; if it stays so, look into the server's log.`
}
