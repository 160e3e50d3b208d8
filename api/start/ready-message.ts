export interface Ready {
  port: number
  /** Such as "PostgreSQL 18.4". */
  engine: string
  /** Where the embedded database keeps its files, or null for a server of somebody else. */
  folder: string | null
  demo: { email: string; password: string; key: string } | null
  /** Null once there is an organization. */
  setupToken: string | null
}

/** What the start prints when everything runs: where it is, how to get in, and how to stop it. */
export function readyMessage(ready: Ready): string {
  const lines: [string, string][] = [
    ['Address', `http://localhost:${ready.port}`],
    ['Database', ready.engine + (ready.folder === null ? '' : `, embedded, in ${ready.folder}`)],
    ...howToSignIn(ready),
  ]
  const table = lines.map(([name, value]) => `  ${name.padEnd(13)}${value}`.trimEnd())
  return ['', 'Tachograph is ready.', '', ...table, '', 'Ctrl-C stops it.', ''].join('\n')
}

function howToSignIn({ demo, setupToken }: Ready): [string, string][] {
  if (demo) {
    return [
      ['Sign in', `${demo.email}, password ${demo.password}`],
      ['API key', demo.key],
    ]
  }
  if (setupToken !== null) {
    return [
      ['Setup token', setupToken],
      ['', 'The page asks for it to make the first organization and its owner.'],
    ]
  }
  return [
    ['Sign in', 'with your e-mail address and password (npx tachograph create-user adds a person)'],
    ['API key', 'npx tachograph create-key --name NAME --scope read makes one'],
  ]
}
