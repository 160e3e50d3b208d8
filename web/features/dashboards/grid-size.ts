/** Height of a row of the grid, in CSS pixels. */
export const rowPx = 40

/** Space between panels, in CSS pixels. */
export const gapPx = 12
