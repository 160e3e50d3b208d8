import { StackingField } from './stacking-field.tsx'
import { ThresholdsEditor } from './thresholds-editor.tsx'
import type { TimeOptions } from './time-options.ts'

interface StackedFieldsProps<Options extends TimeOptions> {
  options: Options
  onChange: (options: Options) => void
  /** What series that stand by themselves are called: bars are side by side, areas overlap. */
  separate: string
}

/** How several series stand, and the thresholds. */
export function StackedFields<Options extends TimeOptions>({
  options,
  onChange,
  separate,
}: StackedFieldsProps<Options>) {
  return (
    <>
      <StackingField
        separate={separate}
        value={options.stacking}
        onChange={(stacking) => onChange({ ...options, stacking })}
      />
      <ThresholdsEditor
        thresholds={options.thresholds}
        onChange={(thresholds) => onChange({ ...options, thresholds })}
      />
    </>
  )
}
