/** What the viewer chose; `system` follows the operating system. */
export type ThemeChoice = 'system' | 'light' | 'dark'

const STORED_AS = 'tachograph.theme'

/** The stored choice; `system` when there is none or storage is forbidden. */
export function readThemeChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORED_AS)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

/** Stores the choice and shows it at once. `theme.js` does the same before the first paint of the next visit. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(STORED_AS)
    else localStorage.setItem(STORED_AS, choice)
  } catch {
    // Storage is forbidden: the choice holds until the page is closed.
  }
  showTheme(choice)
}

/** Follows the operating system while the choice is `system`, until the returned function is called. */
export function followSystemTheme(): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const onChange = () => readThemeChoice() === 'system' && showTheme('system')
  system.addEventListener('change', onChange)
  return () => system.removeEventListener('change', onChange)
}

function showTheme(choice: ThemeChoice) {
  const dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}
