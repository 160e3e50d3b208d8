import './editors.css'
import type { Threshold } from '../charts/chart.ts'
import { Button } from '../ui/button.tsx'
import { FieldGroup } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { NumberField } from './number-field.tsx'

const looks = [
  { id: 'good', name: 'Good' },
  { id: 'warning', name: 'Warning' },
  { id: 'bad', name: 'Bad' },
] as const

interface ThresholdsEditorProps {
  thresholds: readonly Threshold[]
  onChange: (thresholds: Threshold[]) => void
}

/** Values that matter: added, changed and taken away one by one. Durations are in milliseconds, shares from 0 to 1, as the values are. */
export function ThresholdsEditor({ thresholds, onChange }: ThresholdsEditorProps) {
  const change = (index: number, part: Partial<Threshold>) =>
    onChange(thresholds.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <FieldGroup label="Thresholds" note="Durations in milliseconds, shares from 0 to 1.">
      {thresholds.map((threshold, index) => (
        <div className="panel-threshold" key={index}>
          <NumberField
            label={`Value of threshold ${index + 1}`}
            labelHidden
            value={threshold.value}
            onChange={(value) => value !== null && change(index, { value })}
          />
          <SelectField
            label={`Look of threshold ${index + 1}`}
            labelHidden
            items={looks}
            value={threshold.look}
            onChange={({ target }) =>
              change(index, { look: looks.find(({ id }) => id === target.value)?.id ?? 'warning' })
            }
          />
          <Field
            label={`Label of threshold ${index + 1}`}
            labelHidden
            placeholder="Label"
            value={threshold.label}
            onChange={({ target }) => change(index, { label: target.value })}
          />
          <Button
            look="quiet"
            square
            aria-label={`Remove threshold ${index + 1}`}
            onPress={() => onChange(thresholds.filter((_, at) => at !== index))}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      <Button onPress={() => onChange([...thresholds, { value: 0, look: 'warning', label: '' }])}>
        <Icon name="plus" /> Add threshold
      </Button>
    </FieldGroup>
  )
}
