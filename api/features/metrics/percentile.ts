import type { PartialColumn, SqlPiece } from './catalog.ts'

/**
 * Percentiles come from histograms (migrations/000006_rollups.sql), whichever way a question is answered: so they can be
 * added up, and the same question has the same answer from rollups and from rows. They are at most 1 % off.
 */
export interface Spread {
  /** The column with histograms, which rollups have. */
  histogram: string
  /** The column with the bin of a single value, which rows have. */
  bin: string
}

/** What partials need so that percentiles of a number can be told; `value` is that number of a row `r`. */
export function spreadColumns({ histogram, bin }: Spread, value: SqlPiece): PartialColumn[] {
  return [
    { name: histogram, ofRow: (sql) => sql`null::histogram` },
    { name: bin, ofRow: (sql) => sql`histogram_bin(${value(sql)})`, ofRollup: (sql) => sql`null::smallint` },
  ]
}

/** The value that a share of all values does not exceed, interpolated between two of them (R type 7); null without any. */
export function percentileOf({ histogram, bin }: Spread, share: number): SqlPiece {
  return (sql) => {
    const [histograms, bins] = [sql(`r.${histogram}`), sql(`r.${bin}`)]
    return sql`histogram_percentile(
      array_agg(${histograms}) filter (where ${histograms} is not null),
      array_agg(${bins}) filter (where ${bins} is not null), ${share}::float8)`
  }
}
