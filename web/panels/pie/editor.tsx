import '../editors.css'
import { SelectField } from '../../ui/select-field.tsx'
import { sliceLimits, type PieOptions } from './options.ts'

interface PieEditorProps {
  options: PieOptions
  onChange: (options: PieOptions) => void
}

const counts = Array.from({ length: sliceLimits.most - sliceLimits.least + 1 }, (_, i) => String(sliceLimits.least + i))

/** Edits how many slices there are. */
export function PieEditor({ options, onChange }: PieEditorProps) {
  return (
    <div className="panel-editor">
      <SelectField
        label="Slices at most"
        note="What is left over is shown as Other."
        items={counts.map((count) => ({ id: count, name: count }))}
        value={String(options.most)}
        onChange={({ target }) => onChange({ most: Number(target.value) })}
      />
    </div>
  )
}
