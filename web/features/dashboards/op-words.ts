import type { PanelFilter } from '../../panels/panel.ts'

/** What the ways to filter are called, as they stand between a dimension and its values. */
export const opWords: Readonly<Record<NonNullable<PanelFilter['op']>, string>> = {
  IS: 'is',
  IS_NOT: 'is not',
  IN: 'is one of',
  NOT_IN: 'is none of',
  CONTAINS: 'contains',
  RANGE: 'is between',
  IS_EMPTY: 'is empty',
  IS_NOT_EMPTY: 'is not empty',
}
