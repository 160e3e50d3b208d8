import './change-mark.css'
import type { ValueChange } from '../lib/value-change.ts'
import { Icon } from './icon.tsx'

/** A change with its arrow, in the colour for better or worse; the word for it is read aloud. */
export function ChangeMark({ change }: { change: ValueChange }) {
  return (
    <span className={`change ${change.tone}`}>
      {change.direction === 'same' ? null : <Icon name={change.direction === 'up' ? 'arrowUp' : 'arrowDown'} />}
      {change.text}
      {change.tone === 'neutral' ? null : (
        <span className="visually-hidden">, {change.tone === 'good' ? 'better' : 'worse'}</span>
      )}
    </span>
  )
}
