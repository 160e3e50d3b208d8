import '../editors.css'
import { SelectField } from '../../ui/select-field.tsx'
import { StackingField } from '../stacking-field.tsx'
import { ThresholdsEditor } from '../thresholds-editor.tsx'
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
      <StackingField
        separate="Side by side"
        value={options.stacking}
        onChange={(stacking) => onChange({ ...options, stacking })}
      />
      <ThresholdsEditor
        thresholds={options.thresholds}
        onChange={(thresholds) => onChange({ ...options, thresholds })}
      />
    </div>
  )
}
