import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Header } from 'react-aria-components/Header'
import { ListBoxSection } from 'react-aria-components/ListBox'
import { calendarPresets, lastPresets, type RangePreset } from '../../lib/range-presets.ts'
import { isSameChoice } from '../../lib/range-words.ts'
import type { RangeChoice } from '../../lib/range.ts'

interface PresetListProps {
  choice: RangeChoice | null
  onChoose: (choice: RangeChoice) => void
  onClear?: () => void
}

const all: readonly RangePreset[] = [...lastPresets, ...calendarPresets]
const anyTime = 'Any time'

/** The ranges that people choose most, one press each. */
export function PresetList({ choice, onChoose, onClear }: PresetListProps) {
  const chosen = choice ? all.find((preset) => isSameChoice(preset.choice, choice)) : undefined
  const onAction = (label: string) => {
    if (label === anyTime) return onClear?.()
    const preset = all.find((known) => known.label === label)
    if (preset) onChoose(preset.choice)
  }
  return (
    <ListBox
      aria-label="Presets"
      className="choice-list date-range-presets"
      selectionMode="single"
      disallowEmptySelection={false}
      // Escape closes the dialog; it does not undo the choice.
      escapeKeyBehavior="none"
      selectedKeys={chosen ? [chosen.label] : onClear && choice === null ? [anyTime] : []}
      onSelectionChange={(keys) => onAction(String(keys === 'all' ? '' : ([...keys][0] ?? chosen?.label ?? '')))}
      autoFocus
    >
      {onClear ? <Preset label={anyTime} /> : null}
      <ListBoxSection>
        <Header className="date-range-heading">Until now</Header>
        {lastPresets.map(({ label }) => (
          <Preset key={label} label={label} />
        ))}
      </ListBoxSection>
      <ListBoxSection>
        <Header className="date-range-heading">On the calendar</Header>
        {calendarPresets.map(({ label }) => (
          <Preset key={label} label={label} />
        ))}
      </ListBoxSection>
    </ListBox>
  )
}

function Preset({ label }: { label: string }) {
  return (
    <ListBoxItem id={label} textValue={label} className="choice date-range-preset">
      {label}
    </ListBoxItem>
  )
}
