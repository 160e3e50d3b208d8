// Sets <html data-theme> to what the viewer chose, or else to what the system asks for, before anything is painted.
// A file of its own, not inline, so that the content security policy needs no exception. web/lib/theme.ts changes it later.
;(function () {
  var choice = null
  try {
    choice = localStorage.getItem('tachograph.theme')
  } catch {
    // Storage may be forbidden; the system's theme is used then.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
