import { viewerZone } from '../../../lib/format-time.ts'
import type { Granularity } from '../../../lib/granularity.ts'
import type { RangeChoice } from '../../../lib/range.ts'
import type { PanelNeeds, PanelQuery } from '../../../panels/panel.ts'
import { FieldGroup } from '../../../ui/checkbox.tsx'
import { DateRange } from '../../../ui/date-range/date-range.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { RangeDocument } from '../document.ts'
import { rangeDocumentWords, readRangeDocument, writeRangeDocument } from '../range-document.ts'
import type { PanelContext } from '../view/panel-context.ts'
import type { QueryEdit } from './edit-query.ts'
import type { EditorField } from './problem-field.ts'

interface TimeFieldsProps {
  query: PanelQuery
  time: PanelNeeds['time']
  /** The title of the kind, for saying why. */
  kindTitle: string
  context: Pick<PanelContext, 'range' | 'timezone'>
  errorOf: (field: EditorField) => string | undefined
  onEdit: (edit: QueryEdit) => void
}

/** Which time is asked about, in which buckets, and beside which other time. */
export function TimeFields({ query, time, kindTitle, context, errorOf, onEdit }: TimeFieldsProps) {
  return (
    <>
      <RangeField
        range={query.range ?? null}
        context={context}
        error={errorOf('range')}
        onChange={(range) => onEdit({ edit: 'setRange', range })}
      />
      <SelectField
        label="Buckets of time"
        items={bucketItems(time)}
        value={query.every ?? (time === 'NEEDED' ? 'AUTO' : NOTHING)}
        disabled={time === 'NONE'}
        note={bucketNote(time, kindTitle)}
        error={errorOf('every')}
        onChange={({ target }) => onEdit({ edit: 'setEvery', every: readEvery(target.value) })}
      />
      <SelectField
        label="Compare with"
        items={compareItems}
        value={query.compare ?? NOTHING}
        error={errorOf('compare')}
        onChange={({ target }) => onEdit({ edit: 'setCompare', compare: readCompare(target.value) })}
      />
    </>
  )
}

const NOTHING = 'NOTHING'

const compareItems = [
  { id: NOTHING, name: 'Nothing' },
  { id: 'PREVIOUS_PERIOD', name: 'The same time right before' },
  { id: 'PREVIOUS_YEAR', name: 'The same dates a year earlier' },
]

const everyItems: readonly { id: Granularity | 'AUTO'; name: string }[] = [
  { id: 'AUTO', name: 'As long as suits the range' },
  { id: 'MINUTE', name: 'Minutes' },
  { id: 'HOUR', name: 'Hours' },
  { id: 'DAY', name: 'Days' },
  { id: 'WEEK', name: 'Weeks' },
  { id: 'MONTH', name: 'Months' },
  { id: 'QUARTER', name: 'Quarters' },
  { id: 'YEAR', name: 'Years' },
]

function bucketItems(time: PanelNeeds['time']): { id: string; name: string }[] {
  return [...(time === 'NEEDED' ? [] : [{ id: NOTHING, name: 'None: one total' }]), ...everyItems]
}

function bucketNote(time: PanelNeeds['time'], kindTitle: string): string | undefined {
  if (time === 'NEEDED') return `“${kindTitle}” needs buckets of time.`
  return time === 'NONE' ? `“${kindTitle}” shows the range as a whole.` : undefined
}

const readEvery = (text: string): PanelQuery['every'] => everyItems.find(({ id }) => id === text)?.id ?? null

const readCompare = (text: string): PanelQuery['compare'] =>
  text === 'PREVIOUS_PERIOD' || text === 'PREVIOUS_YEAR' ? text : null

interface RangeFieldProps {
  range: RangeDocument | null
  context: Pick<PanelContext, 'range' | 'timezone'>
  error?: string
  onChange: (range: RangeDocument | null) => void
}

const whose = [
  { id: 'DASHBOARD', name: 'That of the dashboard' },
  { id: 'OWN', name: 'A range of its own' },
]

/** A range of its own begins as that of the dashboard. */
function RangeField({ range, context, error, onChange }: RangeFieldProps) {
  const choice = range && readRangeDocument(range)
  const timezone = context.timezone || viewerZone
  return (
    <FieldGroup label="Range" error={error}>
      <SelectField
        label="Whose range"
        labelHidden
        items={whose}
        value={range ? 'OWN' : 'DASHBOARD'}
        onChange={({ target }) => onChange(target.value === 'OWN' ? context.range : null)}
      />
      {range ? (
        <DateRange
          choice={choice}
          placeholder={rangeDocumentWords(range)}
          timezone={timezone}
          onChange={(next: RangeChoice) => onChange(writeRangeDocument(next))}
        />
      ) : null}
    </FieldGroup>
  )
}
