import '../editors.css'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ThresholdsEditor } from '../thresholds-editor.tsx'
import type { HistogramOptions } from './options.ts'

interface HistogramEditorProps {
  options: HistogramOptions
  onChange: (options: HistogramOptions) => void
}

/** Edits the scale, and the thresholds. */
export function HistogramEditor({ options, onChange }: HistogramEditorProps) {
  return (
    <div className="panel-editor">
      <Checkbox
        label="Logarithmic"
        note="For values over several orders of magnitude. Zero and values below have no place on it. Bins that the question splits by have their own scale."
        checked={options.isLog}
        onChange={({ target }) => onChange({ ...options, isLog: target.checked })}
      />
      <ThresholdsEditor
        thresholds={options.thresholds}
        onChange={(thresholds) => onChange({ ...options, thresholds })}
      />
    </div>
  )
}
