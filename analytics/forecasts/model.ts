/** One way to forecast a series from its own history. */
export interface Model {
  name: string
  /** The shortest history that it can be fitted to. */
  minPoints: number
  /**
   * Fits the model to a history of at least `minPoints` finite values, evenly spaced in time, and returns the next
   * `horizon` values in the same unit.
   */
  forecast(history: Float64Array, horizon: number): Float64Array
}
