import '../editors.css'
import { StackedFields } from '../stacked-fields.tsx'
import type { TimeOptions } from '../time-options.ts'

interface AreaEditorProps {
  options: TimeOptions
  onChange: (options: TimeOptions) => void
}

/** Edits how areas stand, and the thresholds. */
export function AreaEditor({ options, onChange }: AreaEditorProps) {
  return (
    <div className="panel-editor">
      <StackedFields options={options} onChange={onChange} separate="Each by itself" />
    </div>
  )
}
