import '../editors.css'
import { StackingField } from '../stacking-field.tsx'
import { ThresholdsEditor } from '../thresholds-editor.tsx'
import type { TimeOptions } from '../time-options.ts'

interface AreaEditorProps {
  options: TimeOptions
  onChange: (options: TimeOptions) => void
}

/** Edits how areas stand, and the thresholds. */
export function AreaEditor({ options, onChange }: AreaEditorProps) {
  return (
    <div className="panel-editor">
      <StackingField
        separate="Each by itself"
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
