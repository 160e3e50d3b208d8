import './shortcut-list.css'
import { shortcuts } from '../lib/shortcuts/use-shortcuts.ts'
import { Dialog } from '../ui/dialog.tsx'

/** The shortcuts of the page that is open, by heading. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const groups = Map.groupBy(shortcuts.all(), ({ group }) => group)
  return (
    <Dialog isOpen onClose={onClose} title="Keyboard shortcuts">
      <div className="shortcut-list">
        {[...groups].map(([group, list]) => (
          <section key={group}>
            <h3 className="muted">{group}</h3>
            <dl>
              {list.map(({ keys, label }) => (
                <div key={label} className="shortcut">
                  <dt>{label}</dt>
                  <dd>{keys.map(drawKeys)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="muted">In a list, the arrow keys move and Enter opens. Escape closes what lies on top.</p>
      </div>
    </Dialog>
  )
}

function drawKeys(keys: string) {
  const words = keys.replace('mod+', navigator.userAgent.includes('Mac') ? '⌘ ' : 'Ctrl ').split(' ')
  return (
    <span key={keys} className="shortcut-keys">
      {words.map((word) => (
        <kbd key={word}>{word}</kbd>
      ))}
    </span>
  )
}
