import '../editors.css'
import { SelectField } from '../../ui/select-field.tsx'
import type { StatusTimelineOptions } from './options.ts'

interface StatusTimelineEditorProps {
  options: StatusTimelineOptions
  onChange: (options: StatusTimelineOptions) => void
}

const orders = [
  { id: 'NAME', name: 'By name' },
  { id: 'FAILED', name: 'Most failures first' },
] as const

/** Edits the order of the rows. */
export function StatusTimelineEditor({ options, onChange }: StatusTimelineEditorProps) {
  return (
    <div className="panel-editor">
      <SelectField
        label="Order"
        items={orders}
        value={options.order}
        onChange={({ target }) => onChange({ order: orders.find(({ id }) => id === target.value)?.id ?? 'NAME' })}
      />
    </div>
  )
}
