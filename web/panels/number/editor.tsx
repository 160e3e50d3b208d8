import '../editors.css'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FieldGroup } from '../../ui/checkbox.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { nameWords } from '../name-words.ts'
import type { PanelQuery } from '../panel.ts'
import { ThresholdsEditor } from '../thresholds-editor.tsx'
import { usualMeasure, type Meaning, type MeasureOptions, type NumberOptions } from './options.ts'

const meaningItems: { id: Meaning; name: string }[] = [
  { id: 'usual', name: 'As is usual for it' },
  { id: 'good', name: 'Better' },
  { id: 'bad', name: 'Worse' },
  { id: 'neutral', name: 'Neither' },
]

interface NumberEditorProps {
  options: NumberOptions
  onChange: (options: NumberOptions) => void
  query: PanelQuery
}

/** Edits how big numbers look and are judged. */
export function NumberEditor({ options, onChange, query }: NumberEditorProps) {
  const change = (measure: string, part: Partial<MeasureOptions>) => {
    const before = options.measures[measure] ?? usualMeasure
    onChange({ ...options, measures: { ...options.measures, [measure]: { ...before, ...part } } })
  }
  return (
    <div className="panel-editor">
      <Checkbox
        label="Show the course"
        note="A small line under each number."
        checked={options.sparkline}
        onChange={({ target }) => onChange({ ...options, sparkline: target.checked })}
      />
      {query.measures.map((measure) => {
        const { moreIs, thresholds } = options.measures[measure] ?? usualMeasure
        return (
          <FieldGroup label={nameWords(measure)} key={measure}>
            <SelectField
              label="More is"
              items={meaningItems}
              value={moreIs}
              onChange={({ target }) => change(measure, { moreIs: target.value as Meaning })}
            />
            <ThresholdsEditor thresholds={thresholds} onChange={(next) => change(measure, { thresholds: next })} />
          </FieldGroup>
        )
      })}
    </div>
  )
}
