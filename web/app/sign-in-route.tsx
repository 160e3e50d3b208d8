/** To come. */
export function SignInRoute() {
  return <p>Sign in</p>
}
