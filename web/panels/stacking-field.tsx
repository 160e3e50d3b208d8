import type { Stacking } from '../charts/chart.ts'
import { SelectField } from '../ui/select-field.tsx'

interface StackingFieldProps {
  /** What series that stand by themselves are called: bars are side by side, areas overlap. */
  separate: string
  value: Stacking
  onChange: (stacking: Stacking) => void
}

/** How several series stand. */
export function StackingField({ separate, value, onChange }: StackingFieldProps) {
  const items = [
    { id: 'stacked', name: 'On each other' },
    { id: 'none', name: separate },
    { id: 'shares', name: 'As shares of 100%' },
  ] as const
  return (
    <SelectField
      label="Several series"
      items={items}
      value={value}
      onChange={({ target }) => onChange(items.find(({ id }) => id === target.value)?.id ?? 'stacked')}
    />
  )
}
