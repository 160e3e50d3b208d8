import '../editors.css'
import { SelectField } from '../../ui/select-field.tsx'
import { StackedFields } from '../stacked-fields.tsx'
import type { BarOptions } from './options.ts'

interface BarEditorProps {
  options: BarOptions
  onChange: (options: BarOptions) => void
}

const overs = [
  { id: 'TIME', name: 'Bucket of time' },
  { id: 'CATEGORIES', name: 'Value of the first dimension' },
] as const

/** Edits what a bar stands for, how several stand, and the thresholds. */
export function BarEditor({ options, onChange }: BarEditorProps) {
  return (
    <div className="panel-editor">
      <SelectField
        label="A bar for each"
        items={overs}
        value={options.over}
        onChange={({ target }) =>
          onChange({ ...options, over: overs.find(({ id }) => id === target.value)?.id ?? 'TIME' })
        }
      />
      <StackedFields options={options} onChange={onChange} separate="Side by side" />
    </div>
  )
}
