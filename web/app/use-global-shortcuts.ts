import { useNavigate } from '@tanstack/react-router'
import { useShortcuts } from '../lib/shortcuts/use-shortcuts.ts'
import { places, profilePlace, settingsPlace } from './places.ts'

interface Overlays {
  onPalette: () => void
  onShortcuts: () => void
}

/** The keys that work on every page. */
export function useGlobalShortcuts({ onPalette, onShortcuts }: Overlays): void {
  const navigate = useNavigate()
  useShortcuts([
    ...[...places, profilePlace, settingsPlace].map(({ to, title, letter }) => ({
      keys: [`g ${letter}`],
      label: `Go to ${title.toLowerCase()}`,
      group: 'Everywhere',
      run: () => void navigate({ to }),
    })),
    { keys: ['mod+k'], label: 'Search everything', group: 'Everywhere', run: onPalette },
    { keys: ['?'], label: 'List the shortcuts', group: 'Everywhere', run: onShortcuts },
  ])
}
