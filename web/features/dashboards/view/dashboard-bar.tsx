import './dashboard-bar.css'
import { Button } from '../../../ui/button.tsx'
import { DateRange } from '../../../ui/date-range/date-range.tsx'
import type { DashboardDocument } from '../document.ts'
import {
  readChoices,
  readCrossFilters,
  toggleCrossFilter,
  writeChoice,
  type DashboardSearch,
} from './dashboard-search.ts'
import { FilterChips } from './filter-chips.tsx'
import type { PanelContext } from './panel-context.ts'
import type { DashboardRange } from './use-dashboard-range.ts'
import { VariableMenu } from './variable-menu.tsx'
import { ZoneMenu } from './zone-menu.tsx'

interface DashboardBarProps {
  document: DashboardDocument
  search: DashboardSearch
  onSearch: (part: Partial<DashboardSearch>) => void
  range: DashboardRange
  context: PanelContext
}

/** Everything that the viewer of a dashboard chooses: values of variables, clicked values, the range and its zone. All of it is the address. */
export function DashboardBar({ document, search, onSearch, range, context }: DashboardBarProps) {
  const choices = readChoices(document.variables, search)
  const clicked = readCrossFilters(search)
  return (
    <search className="dashboard-bar" aria-label="Filter the dashboard">
      {document.variables.map((variable) => (
        <VariableMenu
          key={variable.name}
          variable={variable}
          chosen={choices[variable.name] ?? []}
          context={context}
          onChange={(values) => onSearch(writeChoice(search, variable, values))}
        />
      ))}
      <FilterChips filters={clicked} onRemove={(filter) => onSearch(toggleCrossFilter(search, filter))} />
      <div className="dashboard-bar-time">
        {range.zoom ? <Button onPress={range.resetZoom}>Reset zoom</Button> : null}
        <DateRange
          choice={range.choice}
          zoom={range.zoom}
          placeholder={range.words}
          onChange={range.choose}
          timezone={range.timezone}
        />
        <ZoneMenu own={document.timezone} chosen={search.zone} onChange={(zone) => onSearch({ zone })} />
      </div>
    </search>
  )
}
