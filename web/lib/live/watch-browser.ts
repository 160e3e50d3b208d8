/** What the browser tells about its network and about whether anyone looks. */
export interface BrowserEvents {
  online: () => void
  offline: () => void
  visible: () => void
}

/** Calls back on the browser's own events until the returned function is called. */
export function watchBrowser(events: BrowserEvents): () => void {
  const watching = new AbortController()
  const { signal } = watching
  window.addEventListener('online', events.online, { signal })
  window.addEventListener('offline', events.offline, { signal })
  document.addEventListener('visibilitychange', () => !document.hidden && events.visible(), { signal })
  return () => watching.abort()
}
