import './date-range.css'
import { viewerZone } from '../../lib/format-time.ts'
import { lazyPart } from '../../lib/lazy-part.ts'
import { rangeWords, spanWords } from '../../lib/range-words.ts'
import type { RangeChoice, Span } from '../../lib/range.ts'
import { useNow } from '../../lib/use-now.ts'
import { Icon } from '../icon.tsx'
import { Opener } from '../opener.tsx'

const load = () => import('./date-range-dialog.tsx')
const DateRangeDialog = lazyPart(load, 'DateRangeDialog')

interface DateRangeProps {
  /** What was chosen; null where no range is chosen. */
  choice: RangeChoice | null
  onChange: (choice: RangeChoice) => void
  /** A part of the choice that is looked at instead of it. */
  zoom?: Span | null
  /** On the button while nothing is chosen. */
  placeholder?: string
  /** Adds "Any time", for lists that need no range. */
  onClear?: () => void
  timezone?: string
}

/**
 * A button that says which range of time is looked at, and opens the ways to choose another: presets, or days and times.
 * All times are those of the viewer's zone, which is named.
 */
export function DateRange({ choice, onChange, zoom = null, placeholder = 'Any time', ...rest }: DateRangeProps) {
  const { onClear, timezone = viewerZone } = rest
  const now = useNow(60_000)
  const words = zoom ? spanWords(zoom, timezone) : choice ? rangeWords(choice, timezone) : placeholder
  return (
    <Opener
      opens="dialog"
      load={load}
      className={choice ? 'date-range-button chosen' : 'date-range-button'}
      aria-label={`Time range: ${words}`}
      popup={(place) => (
        <DateRangeDialog
          place={place}
          choice={choice}
          zoom={zoom}
          timezone={timezone}
          now={now}
          onChoose={onChange}
          onClear={onClear}
        />
      )}
    >
      <span className="date-range-words">{words}</span>
      <Icon name="chevronDown" />
    </Opener>
  )
}
