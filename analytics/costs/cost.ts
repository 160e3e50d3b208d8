/** Money in millionths of its currency: 1.50 USD is `{ amount: 1_500_000n, currency: 'USD' }`. */
export interface Money {
  amount: bigint
  currency: string
}

/** A line of a bill. Credits are negative. */
export interface CostLine extends Money {
  resource: string | null
  tags: Readonly<Record<string, string>>
  /** The time that it pays for, in milliseconds since 1970; the end is exclusive. */
  start: number
  end: number
}

/** A run of a job, which can have caused costs. */
export interface CostJob {
  resource: string | null
  tags: Readonly<Record<string, string>>
  start: number
  end: number
}

/** What lines and jobs have in common. */
export interface CostKey {
  kind: 'RESOURCE' | 'TAG'
  /** Of the resource or the tag. */
  name: string
  /** Of the tag; null for a resource. */
  value: string | null
}

export interface JobCost extends Money {
  /** Index of the job. */
  job: number
  /** Indices of the lines that it is from. */
  lines: readonly number[]
}

export interface SharedCost extends Money {
  key: CostKey
  lines: readonly number[]
}

export interface UnexplainedCost extends Money {
  lines: readonly number[]
}

/** For each currency, all amounts add up to those of the lines exactly. */
export interface CostAllocation {
  /** While the jobs ran. */
  allocated: readonly JobCost[]
  /** While none of the jobs with the resource or tag ran. */
  shared: readonly SharedCost[]
  /** Of resources and tags that no job has. */
  unexplained: readonly UnexplainedCost[]
}
