/** Everything that bounds what may be sent. Lengths are in characters (UTF-16 units), as JavaScript counts them. */
export const LIMITS = {
  pipelineLength: 200,
  externalIdLength: 200,
  triggerLength: 100,
  errorLength: 32_768,
  labels: 64,
  labelNameLength: 100,
  labelValueLength: 500,
  metrics: 64,
  metricNameLength: 100,
  attempt: 1_000,
  revision: 2_147_483_647,
  /** No time may lie before it: a wrong unit or an unset clock shows as 1970. */
  earliestTime: Date.UTC(1990, 0, 1),
  /** How far ahead of our clock a time may lie, in milliseconds: clocks differ. */
  aheadMs: 24 * 3_600_000,
  /** Most jobs in one GraphQL call, and in one call of `recordEvents`. */
  eventsPerCall: 10_000,
  /** Lines of a body that are written in one transaction. */
  linesPerBatch: 1_000,
  /** A batch is also written when its lines have this many bytes, so that long lines cannot pile up. */
  bytesPerBatch: 4 * 1024 * 1024,
  /** Longest line of a body, in bytes. A longer one is rejected without being held in memory. */
  lineBytes: 1024 * 1024,
  /** Longest body, in bytes after decompression. */
  bodyBytes: 8 * 1024 ** 3,
  /** Rejected lines that are described in the answer. All of them are counted. */
  errorsListed: 1_000,
} as const
