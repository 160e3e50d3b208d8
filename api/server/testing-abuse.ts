/** A request that no program has a reason to send. */
export interface Abuse {
  name: string
  body: () => string
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ')
const query = (name: string, text: () => string): Abuse => ({ name, body: () => JSON.stringify({ query: text() }) })
const withVariables = (name: string, text: string, json: () => string): Abuse => ({
  name,
  body: () => `{"query": ${JSON.stringify(text)}, "variables": ${json()}}`,
})

const JOBS = 'query ($filter: JobFilter) { jobs(filter: $filter) { totalCount } }'
/** A tree of fields that all have to be compared with one another, since each stands twice at its place. */
const twins = (depth: number): string => (depth === 0 ? 'id' : `previous { ${twins(depth - 1)} } `.repeat(2))

export const ABUSE: Abuse[] = [
  query('3,000 aliases', () => `{ ${times(3_000, (i) => `a${i}: viewer { organization { name } }`)} }`),
  query('101 aliases of a list', () => `{ ${times(101, (i) => `a${i}: jobs(first: 1) { nodes { id } }`)} }`),
  query(
    'a list within lists, 5,000 deep',
    () => `{ jobs(filter: ${'['.repeat(5_000)}1${']'.repeat(5_000)}) { totalCount } }`,
  ),
  query(
    'an object within objects, 5,000 deep',
    () => `{ jobs(filter: ${'{a:'.repeat(5_000)}1${'}'.repeat(5_000)}) { totalCount } }`,
  ),
  query('fields 5,000 deep', () => `{ ${'a{'.repeat(5_000)}b${'}'.repeat(5_000)} }`),
  query(
    'a type 5,000 deep',
    () => `query ($a: ${'['.repeat(5_000)}Int${']'.repeat(5_000)}) { viewer { permissions } }`,
  ),
  query('a bracket that never ends', () => '{'.repeat(60_000)),
  query('a fragment within itself', () => '{ ...A } fragment A on Query { ...A }'),
  query(
    'fragments in a circle',
    () => `{ ...F0 } ${times(99, (i) => `fragment F${i} on Query { ...F${(i + 1) % 99} }`)}`,
  ),
  query(
    'all fragments within all',
    () => `{ ...F0 } ${times(60, (i) => `fragment F${i} on Query { ${times(60, (j) => `...F${j}`)} }`)}`,
  ),
  query(
    'fragments that double 60 times',
    () =>
      `{ ...F0 } ${times(60, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F60 on Query { viewer { permissions } }`,
  ),
  query(
    'aliases in fragments that double',
    () =>
      `{ jobs { nodes { ...F0 } } } ${times(40, (i) => `fragment F${i} on Job { a: previous { ...F${i + 1} } b: next { ...F${i + 1} } }`)} fragment F40 on Job { id }`,
  ),
  query('2,000 fragments', () => `{ viewer { permissions } } ${times(2_000, (i) => `fragment F${i} on Query { a }`)}`),
  query('5,000 directives', () =>
    `{ viewer ${times(5_000, () => '@skip(if: true)')} { permissions } }`.slice(0, 60_000),
  ),
  query('49 unknown directives', () => `{ __typename ${times(49, (i) => `@a${i}`)} x }`),
  query('10,000 times the same field', () =>
    `{ viewer { ${'permissions '.repeat(5_000)} } }`.replaceAll('permissions', 'id a'),
  ),
  query('fields that are compared in pairs', () => `{ jobs { nodes { ${twins(11)} } } }`),
  query('as many fields as pass, all wrong', () => `{ viewer { ${times(900, (i) => `permission${i}`)} } }`),
  query('wrong names of fields, long ones', () => `{ ${times(45, (i) => `${'x'.repeat(1_000)}${i}`)} }`),
  query('1,000 fields at the root', () => `{ ${times(1_000, (i) => `f${i}`)} }`),
  query('11 changes at once', () => `mutation { ${times(11, (i) => `a${i}: recordJobs(input: []) { accepted }`)} }`),
  query('1,000 operations', () => times(1_000, (i) => `query Q${i} { viewer { permissions } }`)),
  query(
    'operations, and none is chosen',
    () => 'query A { viewer { permissions } } query B { viewer { permissions } }',
  ),
  query('only fragments', () => 'fragment A on Query { viewer { permissions } }'),
  query('1,000 variables', () => `query (${times(1_000, (i) => `$a${i}: Int`)}) { viewer { permissions } }`),
  query('1 MB of comments', () => `{ viewer { permissions } } #${'x'.repeat(1_000_000)}`),
  query('60 kB of commas', () => `${','.repeat(60_000)} { nothing }`),
  query('a whole number of 60,000 digits', () => `{ jobs(first: ${'9'.repeat(60_000)}) { totalCount } }`),
  query('a text of 60,000 characters', () => `{ job(id: ${'x'.repeat(60_000)}) { id } }`),
  query('a text that never ends', () => `{ job(id: "${'x'.repeat(60_000)}`),
  query('a name of 60,000 characters', () => `{ ${'a'.repeat(60_000)} }`),
  query(
    'characters of all kinds',
    () => `{ jobs(filter: {text: "${'\u202e\u0000\ud800🏭'.repeat(5_000)}"}) { totalCount } }`,
  ),
  query('names in other alphabets', () => `{ ${'ⅷе'.repeat(10_000)} }`),
  query(
    'introspection of introspection',
    () => `{ __schema { types ${'{ fields { type '.repeat(9)} { name } ${'} } '.repeat(9)} } }`,
  ),
  query('nothing', () => ''),
  withVariables('variables 5,000 deep', JOBS, () => `{"filter": ${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`),
  withVariables('variables 100,000 deep', JOBS, () => `{"filter": ${'['.repeat(100_000)}1${']'.repeat(100_000)}}`),
  withVariables('100,000 values where one is expected', JOBS, () => `{"filter": [${'1,'.repeat(100_000)}1]}`),
  withVariables('10,000 unknown keys', JOBS, () => `{"filter": {${times(10_000, (i) => `"statu${i}": 1,`)} "x": 1}}`),
  withVariables('a key of 500,000 characters', JOBS, () => `{"filter": {"${'s'.repeat(500_000)}": 1}}`),
  withVariables(
    'a number beyond all numbers',
    'query ($n: Int) { jobs(first: $n) { totalCount } }',
    () => '{"n": 1e999}',
  ),
  withVariables(
    'a whole number of 100,000 digits',
    'query ($n: Int) { jobs(first: $n) { totalCount } }',
    () => `{"n": ${'9'.repeat(100_000)}}`,
  ),
  withVariables(
    'keys that objects have by themselves',
    JOBS,
    () => '{"filter": {"__proto__": {"a": 1}, "constructor": {"prototype": 1}}}',
  ),
  withVariables('variables that are a list', JOBS, () => '[1]'),
  {
    name: 'a list of 1,000 queries',
    body: () => `[${times(999, () => '{"query":"{ __typename }"},')} {"query":"{ __typename }"}]`,
  },
  { name: 'an empty list', body: () => '[]' },
  {
    name: '2 MB of body',
    body: () => JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(2_000_000) } }),
  },
  { name: '1 MB of brackets', body: () => '['.repeat(1_000_000) },
  { name: 'a query that is no text', body: () => '{"query": {"a": ["b"]}}' },
  {
    name: 'extensions without end',
    body: () => `{"query": "", "extensions": ${'{"persistedQuery":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  },
]
