import '../editors.css'
import './runs.css'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FieldGroup } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { nameWords } from '../name-words.ts'
import { usualMetric, type Direction, type RunsOptions } from './options.ts'

const directionItems: { id: Direction; name: string }[] = [
  { id: 'usual', name: 'As is usual for it' },
  { id: 'higher', name: 'Higher' },
  { id: 'lower', name: 'Lower' },
  { id: 'neither', name: 'Neither' },
]

interface RunsEditorProps {
  options: RunsOptions
  onChange: (options: RunsOptions) => void
}

/** Edits what runs are compared with, and which metrics are better higher or lower. */
export function RunsEditor({ options, onChange }: RunsEditorProps) {
  const { baseline, shown, metrics } = options
  return (
    <div className="panel-editor">
      <Field
        label="Baseline"
        note="The run that all others are compared with, as the panel names it. Empty: the first."
        value={baseline ?? ''}
        onChange={({ target }) => onChange({ ...options, baseline: target.value || null })}
      />
      <Field
        label="Metrics"
        note="Names of metrics in their order, with commas between. Empty: all."
        defaultValue={shown.join(', ')}
        onChange={({ target }) => onChange({ ...options, shown: namesIn(target.value) })}
      />
      <FieldGroup label="Which values are better">
        {Object.entries(metrics).map(([name, metric]) => (
          <div className="runs-metric" key={name}>
            <SelectField
              label={nameWords(name)}
              items={directionItems}
              value={metric.better}
              onChange={({ target }) =>
                onChange({
                  ...options,
                  metrics: { ...metrics, [name]: { ...metric, better: target.value as Direction } },
                })
              }
            />
            <Field
              label="Decimals"
              type="number"
              min={0}
              max={10}
              placeholder="As needed"
              value={metric.decimals ?? ''}
              onChange={({ target }) => {
                const decimals = target.value === '' ? null : target.valueAsNumber
                onChange({ ...options, metrics: { ...metrics, [name]: { ...metric, decimals } } })
              }}
            />
            <Button
              look="quiet"
              square
              aria-label={`Forget ${nameWords(name)}`}
              onPress={() =>
                onChange({
                  ...options,
                  metrics: Object.fromEntries(Object.entries(metrics).filter(([other]) => other !== name)),
                })
              }
            >
              <Icon name="close" />
            </Button>
          </div>
        ))}
        <NewMetric onAdd={(name) => onChange({ ...options, metrics: { [name]: usualMetric, ...metrics } })} />
      </FieldGroup>
    </div>
  )
}

function NewMetric({ onAdd }: { onAdd: (name: string) => void }) {
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim() === '') return
    onAdd(name.trim())
    setName('')
  }
  return (
    <div className="runs-metric">
      <Field
        label="Metric"
        placeholder="sharpe_ratio"
        value={name}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
      <Button onPress={add} isDisabled={name.trim() === ''}>
        <Icon name="plus" />
        Add metric
      </Button>
    </div>
  )
}

const namesIn = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
