/** Numbers in the order of time. NaN is a value that is missing. */
export type Values = Float64Array | readonly number[]
