/**
 * Something a person can put right: a wrong setting, argument or file. Its message says what was wrong, where, and what to
 * do. Programs print the message alone, without a stack trace.
 */
export class UserError extends Error {
  override name = 'UserError'
}
