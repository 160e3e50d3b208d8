import './identity-providers.ts'
import './manage-providers.ts'

export { listedProviders } from './listed-providers.ts'
export { ownPath } from './own-urls.ts'
export { SignInProblem } from './problem.ts'
export { ATTEMPT_SECONDS, makeProviderSignIn } from './sign-in.ts'
export { PROVIDER_SESSION_SECONDS } from './start-session.ts'
