import '../editors.css'
import { ThresholdsEditor } from '../thresholds-editor.tsx'
import type { LineOptions } from './options.ts'

interface LineEditorProps {
  options: LineOptions
  onChange: (options: LineOptions) => void
}

/** Edits the thresholds. */
export function LineEditor({ options, onChange }: LineEditorProps) {
  return (
    <div className="panel-editor">
      <ThresholdsEditor thresholds={options.thresholds} onChange={(thresholds) => onChange({ thresholds })} />
    </div>
  )
}
