import { useState } from 'react'
import { viewerZone } from '../../../lib/format-time.ts'
import { FieldGroup } from '../../../ui/checkbox.tsx'
import { DateRange } from '../../../ui/date-range/date-range.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import type { DashboardDocument } from '../document.ts'
import { rangeDocumentWords, readRangeDocument, writeRangeDocument } from '../range-document.ts'

interface SettingsDialogProps {
  document: DashboardDocument
  onChange: (document: DashboardDocument) => void
  onClose: () => void
}

const zones = [
  { id: '', name: "The viewer's own" },
  ...[...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({ id: zone, name: zone })),
]
const noChange = { isPending: false, problem: null }

/** What a dashboard is called, and what it shows until the viewer chooses something else. */
export function SettingsDialog({ document, onChange, onClose }: SettingsDialogProps) {
  const [edited, setEdited] = useState(document)
  const [isEmpty, setEmpty] = useState(false)
  const edit = (part: Partial<DashboardDocument>) => setEdited((before) => ({ ...before, ...part }))
  return (
    <FormDialog
      title="Settings of the dashboard"
      submit="Apply"
      change={noChange}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        const title = edited.title.trim()
        setEmpty(title === '')
        if (title === '') return
        onChange({ ...edited, title })
        onClose()
      }}
    >
      <Field
        label="Title"
        autoFocus
        maxLength={200}
        error={isEmpty ? 'Write a title: people find the dashboard by it.' : undefined}
        value={edited.title}
        onChange={({ target }) => edit({ title: target.value })}
      />
      <TextArea
        label="Description"
        maxLength={2000}
        rows={3}
        value={edited.description ?? ''}
        onChange={({ target }) => edit({ description: target.value === '' ? null : target.value })}
      />
      <FieldGroup label="Range" note="Until the viewer chooses another one.">
        <DateRange
          choice={readRangeDocument(edited.range)}
          placeholder={rangeDocumentWords(edited.range)}
          timezone={edited.timezone ?? viewerZone}
          onChange={(choice) => edit({ range: writeRangeDocument(choice) })}
        />
      </FieldGroup>
      <SelectField
        label="Time zone"
        items={zones}
        note="In which days begin, and times are written."
        value={edited.timezone ?? ''}
        onChange={({ target }) => edit({ timezone: target.value === '' ? null : target.value })}
      />
    </FormDialog>
  )
}
