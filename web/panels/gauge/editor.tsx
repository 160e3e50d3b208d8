import '../editors.css'
import { NumberField } from '../number-field.tsx'
import { ThresholdsEditor } from '../thresholds-editor.tsx'
import type { GaugeOptions } from './options.ts'

interface GaugeEditorProps {
  options: GaugeOptions
  onChange: (options: GaugeOptions) => void
}

/** Edits the ends of the scale, and the thresholds. */
export function GaugeEditor({ options, onChange }: GaugeEditorProps) {
  return (
    <div className="panel-editor">
      <NumberField
        label="Minimum"
        placeholder="What fits"
        value={options.min}
        onChange={(min) => onChange({ ...options, min })}
      />
      <NumberField
        label="Maximum"
        placeholder="What fits"
        value={options.max}
        onChange={(max) => onChange({ ...options, max })}
      />
      <ThresholdsEditor
        thresholds={options.thresholds}
        onChange={(thresholds) => onChange({ ...options, thresholds })}
      />
    </div>
  )
}
