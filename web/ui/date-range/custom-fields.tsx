import { today, type CalendarDateTime } from '@internationalized/date'
import { useState, type FormEvent } from 'react'
import { Button as ArrowButton } from 'react-aria-components/Button'
import {
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
  RangeCalendar,
} from 'react-aria-components/RangeCalendar'
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { Label } from 'react-aria-components/Label'
import type { RangeChoice, Span } from '../../lib/range.ts'
import { Button } from '../button.tsx'
import { Icon } from '../icon.tsx'
import { choiceOf, daysOf, fieldsOf, fieldsOfDays } from './custom-range.ts'

interface CustomFieldsProps {
  /** What the fields begin with. */
  span: Span
  timezone: string
  onChoose: (choice: RangeChoice) => void
}

/** Days from a calendar and times to the minute, applied together. */
export function CustomFields({ span, timezone, onChoose }: CustomFieldsProps) {
  const [range, setRange] = useState(() => fieldsOf(span, timezone))
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<typeof range>) => {
    setProblem(null)
    setRange({ ...range, ...part })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const choice = choiceOf(range, timezone)
    if (typeof choice === 'string') setProblem(choice)
    else onChoose(choice)
  }
  return (
    <form className="date-range-custom" onSubmit={onSubmit}>
      <RangeCalendar
        aria-label="Days"
        firstDayOfWeek="mon"
        maxValue={today(timezone).add({ days: 1 })}
        value={daysOf(range)}
        onChange={({ start, end }) => change(fieldsOfDays(start, end))}
      >
        <header className="date-range-month">
          <ArrowButton className="button quiet square" slot="previous">
            <Icon name="chevronLeft" />
          </ArrowButton>
          <CalendarHeading />
          <ArrowButton className="button quiet square" slot="next">
            <Icon name="chevronRight" />
          </ArrowButton>
        </header>
        <CalendarGrid weekdayStyle="short" className="date-range-grid">
          <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>{(date) => <CalendarCell date={date} className="date-range-day" />}</CalendarGridBody>
        </CalendarGrid>
      </RangeCalendar>
      <Moment label="From" value={range.from} onChange={(from) => change({ from })} />
      <Moment label="To" value={range.to} onChange={(to) => change({ to })} />
      {problem ? (
        <p className="field-error" role="alert">
          {problem}
        </p>
      ) : null}
      <Button type="submit" look="primary">
        Apply
      </Button>
    </form>
  )
}

interface MomentProps {
  label: string
  value: CalendarDateTime | null
  onChange: (value: CalendarDateTime | null) => void
}

function Moment({ label, value, onChange }: MomentProps) {
  return (
    <DateField
      className="date-range-moment"
      granularity="minute"
      hourCycle={24}
      shouldForceLeadingZeros
      value={value}
      onChange={onChange}
    >
      <Label>{label}</Label>
      <DateInput className="input date-range-input">{(segment) => <DateSegment segment={segment} />}</DateInput>
    </DateField>
  )
}
