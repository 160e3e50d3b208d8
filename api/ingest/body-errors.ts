/** How far a body was recorded before it went wrong. What was recorded stays: events can be sent again without harm. */
export interface Progress {
  accepted: number
  unchanged: number
  rejected: number
}

/** The body is longer than is read. Answer 413. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge'
  progress: Progress | null = null
}

/** The body cannot be read to its end: broken compression, or the sender went away. Answer 400. */
export class BadBody extends Error {
  override name = 'BadBody'
  progress: Progress | null = null
}
