import { builder } from '../../schema/builder.ts'
import { TimeRangeInput, type TimeRange } from '../../schema/time-range.ts'
import { type FilterInput, FilterRef } from '../metrics/index.ts'

/** What a dashboard gives to all its panels. */
export interface PanelContext {
  /** For panels that have no range of their own. */
  range?: TimeRange | null
  timezone?: string | null
  /** Variables, and values that were picked on other panels. One without values keeps everything. */
  filters?: FilterInput[] | null
}

/** `PanelContext` in GraphQL. */
export const PanelContextRef = builder.inputRef<PanelContext>('PanelContext').implement({
  description: 'What a dashboard gives to all its panels.',
  fields: (t) => ({
    range: t.field({
      type: TimeRangeInput,
      description: 'Which time to cover, for panels that have no range of their own. Default: that of the dashboard.',
    }),
    timezone: t.string({
      description:
        'IANA time zone that days and weeks follow. Default: that of the dashboard, and UTC where it has none.',
    }),
    filters: t.field({
      type: [FilterRef],
      description:
        'What the variables and the values that were picked keep. Each counts for the panels whose dataset has its dimensions; one ' +
        'without values keeps everything.',
    }),
  }),
})
