import './identity-providers.ts'
import './manage-providers.ts'

export { ownPath, signInUrl } from './own-urls.ts'
export { SignInProblem } from './problem.ts'
export { selectListedProviders } from './queries.ts'
export { ATTEMPT_SECONDS, makeProviderSignIn, PROVIDER_SESSION_SECONDS } from './sign-in.ts'
