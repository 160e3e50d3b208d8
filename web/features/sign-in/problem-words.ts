const WORDS: Record<string, string> = {
  'provider-unknown': 'This way to sign in does not exist any more, or it is switched off. Use another one.',
  'provider-down': 'The provider cannot be reached at the moment, or it is not set up rightly. Try again in a minute.',
  'refused-by-provider': 'The provider did not let you in. Ask those who run it whether you may use Tachograph.',
  expired: 'Signing in took too long, or it began in another browser. Try again.',
  'not-invited': 'Nobody has let you into this organization. Ask an administrator of it for an invitation.',
  'no-role':
    'You have no role in this organization. Ask an administrator which group you have to be in at the provider.',
  domain: 'Addresses like yours are not let in through this provider. Try again with your work account.',
  'email-unverified': 'The provider has not verified your e-mail address. Verify it there, then try again.',
}

const OTHERWISE =
  'Signing in with the provider did not work. Try again; if it stays so, tell an administrator of your organization.'

/** Why signing in with a provider did not work, for people. The codes are those that `/auth/callback` leads back with. */
export function problemWords(code: string): string {
  return Object.hasOwn(WORDS, code) ? WORDS[code]! : OTHERWISE
}
