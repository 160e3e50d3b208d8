import type { Actor } from './canary-terms.ts'
import { type Call, callWith, plainCall } from './calls.ts'
import { leavesOf } from './arguments.ts'
import { type Expectation, EXPECTED_FIELDS } from './expected-access.ts'
import { ask, changesOf, errorsOf, forEach, look, lookThrough, nameOf, reset, type Run } from './run.ts'

/** Calls every query and mutation as everyone who may and who may not, and compares with the list. */
export async function probeAccess(run: Run): Promise<void> {
  const { a, scoped, full, confined, ofBoth } = run.canaries
  const actors = [...Object.values(a.people), ...ofBoth, ...scoped, full, confined]
  const asked = run.fields.filter(({ kind }) => kind !== 'subscription')
  const calls = asked.flatMap((field) => {
    const expected = EXPECTED_FIELDS[field.name]
    return expected ? actors.map((actor) => ({ actor, expected, call: plainCall(run, field) })) : []
  })
  await reset(run)
  const before = await look(run)
  await forEach(
    calls
      .filter(({ actor, expected }) => !mayCall(actor, expected))
      .flatMap(({ actor, call }) => [call, ...otherChoices(run, call)].map((one) => ({ actor, call: one }))),
    async ({ actor, call }) => {
      if (await isForbidden(run, actor, call)) return
      run.findings.add(call.field.name, nameOf(actor), 'Is not refused, although the list says that they may not')
    },
  )
  const owners = [...run.canaries.footprint.organizations, ...run.canaries.footprint.users]
  const touched = changesOf(before, await look(run), owners)
  if (touched.length > 0) run.findings.add('Mutation', 'who may not', `Refused calls changed ${touched.join(', ')}`)

  // A password is checked slowly, on purpose: one person shows theirs for all.
  const isQuick = ({ actor, call }: (typeof calls)[number]) => !takesPassword(call) || actor === a.people.owner
  const allowed = calls.filter(({ actor, expected }) => mayCall(actor, expected)).filter(isQuick)
  await forEach(
    allowed.toSorted((one, other) => Number(takesPassword(one.call)) - Number(takesPassword(other.call))),
    async ({ actor, call }) => {
      if (!(await isForbidden(run, actor, call))) return
      run.findings.add(call.field.name, nameOf(actor), 'Is refused, although the list says that they may')
    },
  )
  await checkRoles(run, ofBoth)
  await reset(run)
}

/** Somebody who belongs to both is here what they are here. */
async function checkRoles(run: Run, actors: readonly Actor[]): Promise<void> {
  for (const actor of actors) {
    const { text } = await run.client.ask(actor, '{ viewer { role } }', {})
    if (text.includes(`"role":"${actor.role?.toUpperCase()}"`)) continue
    run.findings.add('Query.viewer', nameOf(actor), `Has another role than in this organization: ${text.slice(0, 100)}`)
  }
}

/** Whether the list lets somebody call a field. */
export function mayCall(actor: Actor, { roles, scopes, notConfined, allScopes }: Expectation): boolean {
  if (actor.isConfined && notConfined) return false
  if (actor.role) return roles.includes(actor.role)
  if (allScopes) return scopes.every((scope) => actor.scopes.includes(scope))
  return actor.scopes.some((scope) => scopes.includes(scope))
}

/** The same with every other value of enums that have to be given: somebody could give away what they have themselves. */
function otherChoices(run: Run, { field }: Call): Call[] {
  const enums = leavesOf(field.args).filter(({ isRequired, values }) => isRequired && values.length > 0)
  return enums.flatMap((leaf) => leaf.values.map((value) => callWith(run, field, { leaf, value })))
}

function takesPassword({ args }: Call): boolean {
  return 'password' in args || 'current' in args
}

/** A refusal of the field itself: one further down is about something else. */
async function isForbidden(run: Run, actor: Actor, { field, args }: Call): Promise<boolean> {
  const answer = await run.client.ask(actor, field.shortDocument(Object.keys(args)), args)
  lookThrough(run, { actor, where: field.name, sent: JSON.stringify(args) }, answer)
  return errorsOf(answer).some(({ code, depth }) => code === 'FORBIDDEN' && depth <= 1)
}

/** Whoever shows nothing learns nothing, whatever the question. */
export async function probeNobody(run: Run): Promise<void> {
  const answers = new Map<string, string>()
  const strangers: (Actor | null)[] = [
    null,
    { ...run.canaries.full, name: 'a made-up key', token: `tach_${'A'.repeat(64)}` },
  ]
  for (const actor of strangers) {
    await forEach(run.fields, async (field) => {
      const { args } = plainCall(run, field)
      const { status, headers, text } = await ask(run, actor, field, args)
      if (status !== 401) run.findings.add(field.name, nameOf(actor), `Is answered with ${status} instead of 401`)
      answers.set(`${headers}\n${text}`, field.name)
    })
  }
  if (answers.size > 1)
    run.findings.add([...answers.values()].join(', '), 'nobody', 'The refusals differ from each other')
}
