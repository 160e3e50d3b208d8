export const PROBLEMS = [
  'provider-unknown',
  'provider-down',
  'refused-by-provider',
  'expired',
  'not-invited',
  'no-role',
  'domain',
  'email-unverified',
] as const
/** Why nobody was signed in, as the address of the sign-in page says it. */
export type ProblemCode = (typeof PROBLEMS)[number]

/** A sign-in through a provider that ends without a session. The message is for the log: it may name the reason. */
export class SignInProblem extends Error {
  override name = 'SignInProblem'
  readonly code: ProblemCode

  constructor(code: ProblemCode, reason: string) {
    super(reason)
    this.code = code
  }
}
