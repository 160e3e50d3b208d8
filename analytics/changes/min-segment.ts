/** Points of the shortest segment that is looked for: fewer are outliers rather than a regime. */
export const MIN_SEGMENT = 5
