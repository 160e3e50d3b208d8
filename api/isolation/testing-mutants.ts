import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A way to take one thing that keeps organizations apart out of the source. */
export interface Mutant {
  name: string
  file: string
  /** Stands exactly once in the file. */
  find: string
  replace: string
}

const FOLDER = join(import.meta.dirname, '../..')

/** Conditions on the organization, and on the pipelines that a key is confined to. */
const PREDICATES = [
  // Not where it is set: behind "set", and before "where".
  /(?<!set (?:(?!where).)*)(?:\w+\.)?organization_id = \$\{[^}]+\}/g,
  /\w+\.organization_id = \w+\.organization_id/g,
  /\$\{sql\(`p\$\{i \+ 1\}\.organization_id`\)\} = \$\{reach\.organizationId\}/g,
  /\w+\.organization_id = organizations\.id/g,
  /(?<=where )(?:organizations\.)?id = \$\{organizationId\}/g,
  /\$\{withinPipelines\(sql, reach, sql`[\w.]+`\)\}/g,
  /\$\{withinPipelines\(sql, plan\.reach, sql`.*?`\}`\)\}/g,
]

/** Every condition in every statement of the product, each taken out by itself. */
export function predicateMutants(): Mutant[] {
  const files = globSync(
    ['api/**/queries.ts', 'api/**/queries/*.ts', 'api/db/reach.ts', 'api/features/metrics/compile-*.ts'],
    { cwd: FOLDER },
  )
  return files
    .filter((file) => !/isolation|demo|benchmarks/.test(file))
    .sort()
    .flatMap((file) => PREDICATES.flatMap((pattern) => mutate(file, pattern, () => 'true')))
}

/** Every question whether the caller may, answered with yes. */
export function permissionMutants(): Mutant[] {
  const files = globSync(['api/features/**/*.ts', 'api/server/*.ts'], { cwd: FOLDER }).filter(
    (file) => !/test/.test(file),
  )
  const reach =
    '({ organizationId: $1.viewer.organization.id, pipelines: $1.viewer.apiKey?.pipelines ?? null, kept: $1.viewer.kept })'
  return files
    .sort()
    .flatMap((file) => [
      ...mutate(file, /organizationFor\('[\w.]+', (\w+)\)/g, ([, context]) => `${context}.viewer.organization.id`),
      ...mutate(file, /reachFor\('[\w.]+', (\w+)\)/g, ([, context]) => reach.replaceAll('$1', context!)),
      ...mutate(
        file,
        /(?:askerFor|personFor)\('[\w.]+', (\w+)\)/g,
        ([, context]) =>
          `({ organizationId: ${context}.viewer.organization.id, userId: ${context}.viewer.user?.id ?? (0 as number) })`,
      ),
      ...mutate(file, /!viewer\.permissions\.has\('[\w.]+'\)/g, () => 'false'),
      ...mutate(file, /refuseWithout\('[\w.]+', context\.viewer\)/g, () => 'undefined'),
    ])
}

/** What stands around a match: a function, or a root field. */
const DECLARATION = /^(?:export )?(?:async )?(?:function|const) (\w+)|^builder\.\w+\('(\w+)'/gm

/** Each match by itself, with as much around it as makes it the only one. */
function mutate(file: string, pattern: RegExp, replacement: (match: RegExpExecArray) => string): Mutant[] {
  const text = readFileSync(join(FOLDER, file), 'utf8')
  return [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length
    let start = match.index
    while (text.indexOf(text.slice(start, end)) !== start || text.indexOf(text.slice(start, end), start + 1) !== -1)
      start--
    const within = [...text.slice(0, match.index).matchAll(DECLARATION)].at(-1)
    const find = text.slice(start, end)
    return {
      name: `${file} ${within?.[1] ?? within?.[2]}: ${match[0]}`,
      file,
      find,
      replace: find.slice(0, match.index - start) + replacement(match),
    }
  })
}
