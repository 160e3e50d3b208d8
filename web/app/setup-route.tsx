/** To come. */
export function SetupRoute() {
  return <p>Set up</p>
}
