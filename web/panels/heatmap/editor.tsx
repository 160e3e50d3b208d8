import '../editors.css'
import { SelectField } from '../../ui/select-field.tsx'
import type { HeatmapOptions } from './options.ts'

interface HeatmapEditorProps {
  options: HeatmapOptions
  onChange: (options: HeatmapOptions) => void
}

const items = [
  { id: 'WEEKDAYS', name: 'Days of the week, by hour' },
  { id: 'SERIES', name: 'Values of the dimensions, over time' },
] as const

/** Edits what the rows are. */
export function HeatmapEditor({ options, onChange }: HeatmapEditorProps) {
  return (
    <div className="panel-editor">
      <SelectField
        label="Rows"
        note={options.rows === 'WEEKDAYS' ? 'Needs buckets of an hour.' : undefined}
        items={items}
        value={options.rows}
        onChange={({ target }) => onChange({ rows: items.find(({ id }) => id === target.value)?.id ?? 'WEEKDAYS' })}
      />
    </div>
  )
}
