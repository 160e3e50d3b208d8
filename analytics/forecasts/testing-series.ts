/** A rising series with noise. */
export const RISING = Float64Array.of(12, 15, 11, 18, 17, 22, 19, 25, 24, 27, 25, 31, 28, 30, 33, 31)

/** International airline passengers in thousands, monthly 1949 to 1952: Box and Jenkins, Time Series Analysis, series G. */
export const PASSENGERS = Float64Array.of(
  ...[112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118],
  ...[115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140],
  ...[145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166],
  ...[171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194],
)
