import '../editors.css'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { ScatterOptions } from './options.ts'

interface ScatterEditorProps {
  options: ScatterOptions
  onChange: (options: ScatterOptions) => void
}

/** Edits whether dots have names. */
export function ScatterEditor({ options, onChange }: ScatterEditorProps) {
  return (
    <div className="panel-editor">
      <Checkbox
        label="Names beside the dots"
        note="Where there is room for them."
        checked={options.hasLabels}
        onChange={({ target }) => onChange({ hasLabels: target.checked })}
      />
    </div>
  )
}
