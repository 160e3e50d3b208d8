import '../popover.css'
import './date-range.css'
import { lazy, Suspense, useState } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Popover } from 'react-aria-components/Popover'
import { viewerZone } from '../../lib/format-time.ts'
import { spanOf } from '../../lib/range-span.ts'
import { rangeWords, spanWords, zoneWords } from '../../lib/range-words.ts'
import type { RangeChoice, Span } from '../../lib/range.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../button.tsx'
import { Icon } from '../icon.tsx'
import { PresetList } from './preset-list.tsx'

// The calendar is as large as all else that a page needs of its controls, and few open it.
const loadCustomFields = () => import('./custom-fields.tsx')
const CustomFields = lazy(async () => ({ default: (await loadCustomFields()).CustomFields }))

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

/** What the fields begin with where no range is chosen. */
const today: RangeChoice = { kind: 'named', name: 'today' }

/**
 * A button that says which range of time is looked at, and opens the ways to choose another: presets, or days and times.
 * All times are those of the viewer's zone, which is named.
 */
export function DateRange({ choice, onChange, zoom = null, placeholder = 'Any time', ...rest }: DateRangeProps) {
  const { onClear, timezone = viewerZone } = rest
  const [isOpen, setOpen] = useState(false)
  const now = useNow(60_000)
  const words = zoom ? spanWords(zoom, timezone) : choice ? rangeWords(choice, timezone) : placeholder
  const choose = (chosen: RangeChoice) => {
    setOpen(false)
    onChange(chosen)
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        className={choice ? 'date-range-button chosen' : 'date-range-button'}
        aria-label={`Time range: ${words}`}
        onHoverStart={() => void loadCustomFields()}
      >
        <span className="date-range-words">{words}</span>
        <Icon name="chevronDown" />
      </Button>
      <Popover className="popover date-range-popover" placement="bottom end" offset={4}>
        {/* The page speaks English with days before months and 24 hours, so the fields do too. */}
        <I18nProvider locale="en-GB">
          <Dialog aria-label="Time range" className="date-range-dialog">
            <PresetList
              choice={zoom ? null : choice}
              onChoose={choose}
              onClear={
                onClear &&
                (() => {
                  setOpen(false)
                  onClear()
                })
              }
            />
            <Suspense fallback={<div className="date-range-custom date-range-waiting" />}>
              <CustomFields
                span={zoom ?? spanOf(choice ?? today, now, timezone)}
                timezone={timezone}
                onChoose={choose}
              />
            </Suspense>
            <p className="date-range-zone">Times are in {zoneWords(timezone, now)}</p>
          </Dialog>
        </I18nProvider>
      </Popover>
    </DialogTrigger>
  )
}
