/** How much one question may ask for. Generous for a dashboard or a report, small enough that one answer fits in memory. */
export const MAX_MEASURES = 20
export const MAX_DIMENSIONS = 5
export const MAX_FILTERS = 50
/** Groups of filters within one another. */
export const MAX_FILTER_DEPTH = 5
/** Values of all filters of one question together. */
export const MAX_FILTER_VALUES = 1000
/** Characters of all texts of one CONTAINS filter together: they become one regular expression. */
export const MAX_CONTAINS_LENGTH = 1000
export const MAX_LABEL_NAME_LENGTH = 100
export const DEFAULT_ROWS = 1000
export const MAX_ROWS = 50_000
/** Buckets times measures times keys of one `series` answer; a compared period counts as much again. */
export const MAX_POINTS = 50_000
/** Different keys (combinations of dimension values) in one `series` answer. */
export const MAX_KEYS = 200
/** Statements of one organization that run at the same time, on each server. */
export const STATEMENTS_AT_ONCE = 8
/** How long one statement may run. */
export const STATEMENT_TIMEOUT_MS = 30_000
