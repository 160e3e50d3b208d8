/** The units of the catalog of measures. */
export type Unit = 'COUNT' | 'RATIO' | 'MILLISECONDS' | 'PER_HOUR' | 'CURRENCY' | 'NONE'

/** What a finding is about. */
export interface Subject {
  /** Such as `Failure rate`. */
  title: string
  /** Such as the name of a pipeline; null for everything. */
  of: string | null
  unit: Unit
  /** ISO 4217 code; null where there is none, or it is not known. */
  currency: string | null
}

/** How to write the buckets of a series: the caller knows their length and their zone. Moments are milliseconds since 1970. */
export interface Calendar {
  /** How long a bucket is, such as `day`. */
  bucket: string
  /** Name of the bucket that begins then, such as `12 November 2026`. */
  name(moment: number): string
  /** The same with its preposition, such as `on 12 November 2026`. */
  when(moment: number): string
}

/** `Failure rate of nightly-import`, or `Failure rate`. */
export function about({ title, of }: Subject): string {
  return of === null ? title : `${title} of ${of}`
}
