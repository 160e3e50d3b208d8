import { Dialog } from 'react-aria-components/Dialog'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Suspense } from 'react'
import { lazyPart } from '../../lib/lazy-part.ts'
import { spanOf } from '../../lib/range-span.ts'
import { zoneWords } from '../../lib/range-words.ts'
import type { RangeChoice, Span } from '../../lib/range.ts'
import type { PopupPlace } from '../opener.tsx'
import { Popup } from '../popup.tsx'
import { PresetList } from './preset-list.tsx'

// The calendar is as large as all else that floats.
const CustomFields = lazyPart(() => import('./custom-fields.tsx'), 'CustomFields')

interface DateRangeDialogProps {
  place: PopupPlace
  choice: RangeChoice | null
  zoom: Span | null
  timezone: string
  now: number
  onChoose: (choice: RangeChoice) => void
  onClear: (() => void) | undefined
}

/** What the fields begin with where no range is chosen. */
const today: RangeChoice = { kind: 'named', name: 'today' }

/** The ways to choose a range: presets, or days and times. It closes with the choice. */
export function DateRangeDialog({ place, choice, zoom, timezone, now, onChoose, onClear }: DateRangeDialogProps) {
  const choose = (chosen: RangeChoice) => {
    place.onOpenChange(false)
    onChoose(chosen)
  }
  const clear = () => {
    place.onOpenChange(false)
    onClear?.()
  }
  return (
    <Popup place={place} label="Time range" side="end" className="date-range-popover">
      {/* The page speaks English with days before months and 24 hours, so the fields do too. */}
      <I18nProvider locale="en-GB">
        <Dialog aria-label="Time range" className="date-range-dialog">
          <PresetList choice={zoom ? null : choice} onChoose={choose} onClear={onClear && clear} />
          <Suspense fallback={<div className="date-range-custom date-range-waiting" />}>
            <CustomFields span={zoom ?? spanOf(choice ?? today, now, timezone)} timezone={timezone} onChoose={choose} />
          </Suspense>
          <p className="date-range-zone">Times are in {zoneWords(timezone, now)}</p>
        </Dialog>
      </I18nProvider>
    </Popup>
  )
}
