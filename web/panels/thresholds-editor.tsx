import './thresholds-editor.css'
import { Button } from '../ui/button.tsx'
import { FieldGroup } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { tones, toneWords, type Threshold, type Tone } from './thresholds.ts'

interface ThresholdsEditorProps {
  /** Whose thresholds they are, as in 'Thresholds of failure rate'. */
  label: string
  thresholds: readonly Threshold[]
  onChange: (thresholds: readonly Threshold[]) => void
}

const toneItems = tones.map((tone) => ({ id: tone, name: toneWords[tone] }))

/** From which value on a value is good, a warning, or bad. */
export function ThresholdsEditor({ label, thresholds, onChange }: ThresholdsEditorProps) {
  const change = (index: number, part: Partial<Threshold>) =>
    onChange(thresholds.map((threshold, place) => (place === index ? { ...threshold, ...part } : threshold)))
  return (
    <FieldGroup label={label} note="Shares are from 0 to 1, durations in milliseconds.">
      <div className="thresholds-editor">
        {thresholds.map(({ from, tone }, index) => (
          // What is typed stays in the field, so each field belongs to a place in a list of this length.
          <div className="threshold-row" key={`${index} of ${thresholds.length}`}>
            <Field
              label="From"
              type="number"
              step="any"
              defaultValue={from}
              onChange={({ target }) => {
                if (Number.isFinite(target.valueAsNumber)) change(index, { from: target.valueAsNumber })
              }}
            />
            <SelectField
              label="It is"
              items={toneItems}
              value={tone}
              onChange={({ target }) => change(index, { tone: target.value as Tone })}
            />
            <Button
              look="quiet"
              square
              aria-label={`Remove the threshold from ${from}`}
              onPress={() => onChange(thresholds.filter((_, place) => place !== index))}
            >
              <Icon name="close" />
            </Button>
          </div>
        ))}
        <Button
          onPress={() => onChange([...thresholds, { from: (thresholds.at(-1)?.from ?? -1) + 1, tone: 'warning' }])}
        >
          <Icon name="plus" />
          Add threshold
        </Button>
      </div>
    </FieldGroup>
  )
}
