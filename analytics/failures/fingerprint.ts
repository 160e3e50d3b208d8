/** Longer lines are cut before anything else, which bounds the work. */
const LONGEST_LINE = 2_000
/** Longer fingerprints are cut. */
const LONGEST = 300

const DATE = String.raw`\d{4}[-/]\d{2}[-/]\d{2}`
const CLOCK = String.raw`\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?`
const ZONE = String.raw`(?:\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})(?![\p{L}\p{N}]))?`
const TOP_DOMAIN = 'com|net|org|io|dev|app|cloud|edu|gov|internal|local|lan|corp|svc|intranet|test'
const DURATION_UNIT = 'ns|us|µs|ms|millis|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?'

/** What varies between messages of one kind, in the order of trying. Repetitions are bounded or cannot overlap. */
const VARIABLES: readonly (readonly [placeholder: string, pattern: string])[] = [
  ['kept', String.raw`<[a-z]{1,10}>`],
  ['url', String.raw`\b[a-zA-Z][a-zA-Z\d+.-]{1,15}:\/\/[^\s"'<>()]+`],
  ['email', String.raw`[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}`],
  ['value', String.raw`"[^"]*"|“[^”]*”|«[^»]*»|\x60[^\x60]*\x60|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])`],
  ['time', String.raw`\b(?:${DATE}(?:[T ]${CLOCK}|[T ]\d{2}:\d{2})?|${CLOCK})${ZONE}`],
  ['id', String.raw`\b[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}\b`],
  [
    'host',
    String.raw`\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b|\[?(?<![\p{L}\p{N}:])(?:[\da-fA-F]{1,4}:){7}[\da-fA-F]{1,4}\b\]?`,
  ],
  [
    'host',
    String.raw`\[?(?<![\p{L}\p{N}:])(?:[\da-fA-F]{1,4}:){0,6}(?:[\da-fA-F]{1,4})?::(?:[\da-fA-F]{1,4}:){0,6}[\da-fA-F]{1,4}\b\]?`,
  ],
  ['host', String.raw`\blocalhost(?::\d{1,5})?\b|\b(?:[a-z\d-]{1,63}\.){1,8}(?:${TOP_DOMAIN})(?![\w.-])(?::\d{1,5})?`],
  ['path', String.raw`\b[a-zA-Z]:\\[^\s"'<>|:*?]*(?::\d+){0,2}`],
  ['path', String.raw`(?<![\p{L}\p{N}/>])(?:~|\.{1,2})?\/[^\s"'<>:,;()[\]]+(?::\d+){0,2}`],
  ['path', String.raw`(?<![\p{L}\p{N}_@.-])(?:[\w@.-]{1,100}\/){1,30}[\w@-]{1,100}\.[a-zA-Z]{1,6}\b(?::\d+){0,2}`],
  ['duration', String.raw`(?<![\p{L}\p{N}_.])\d+(?:\.\d+)?\s?(?:${DURATION_UNIT})(?![\p{L}\p{N}_])`],
  ['id', String.raw`\b0[xX][\da-fA-F]+\b`],
  ['id', String.raw`(?<![\p{L}\p{N}])(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,128}(?![\p{L}\p{N}])`],
  [
    'id',
    String.raw`(?<![\p{L}\p{N}])(?=[a-zA-Z]*(?:[a-zA-Z]\d+[a-zA-Z]|\d[a-zA-Z]+\d))[a-zA-Z\d]{5,128}(?![\p{L}\p{N}])`,
  ],
  ['number', String.raw`(?<![\p{L}\p{N}_)-])[+-]\p{Nd}+(?:[.,_]\p{Nd}+)*|\p{Nd}+(?:[.,_]\p{Nd}+)*`],
]
const VARIABLE = new RegExp(VARIABLES.map(([, pattern]) => `(${pattern})`).join('|'), 'gu')

/**
 * The shape of an error message: what stays when everything that differs from run to run is replaced by a placeholder.
 * Messages with the same fingerprint are failures of the same kind.
 *
 * Placeholders: `<url>`, `<email>`, `<value>` (something quoted), `<time>`, `<id>` (UUIDs, hexadecimal numbers, words
 * that mix letters and digits), `<host>` (also IP addresses), `<path>`, `<duration>` and `<number>`. Of a stack trace the
 * message and the innermost frame stay, as the rest depends on who called.
 *
 * The rules are applied until nothing changes, so the fingerprint of a fingerprint is itself. This ends because each round
 * leaves fewer characters outside of placeholders.
 *
 * At most 300 UTF-16 units, without half characters. A message without text has the fingerprint ''.
 *
 * @example
 * fingerprint('Timeout after 30s: job 4711 on 10.0.0.7:5432') // 'Timeout after <duration>: job <number> on <host>'
 */
export function fingerprint(message: string): string {
  let shape = messageAndFrame(message.toWellFormed())
  for (;;) {
    const next = replaceVariables(shape)
    if (next === shape) return shape
    shape = next
  }
}

function replaceVariables(text: string): string {
  const replaced = text.replaceAll(VARIABLE, (match: string, ...groups: unknown[]) => {
    const placeholder = VARIABLES[groups.findIndex((group) => group !== undefined)]![0]
    return placeholder === 'kept' ? match : `<${placeholder}>`
  })
  return cut(replaced.replaceAll(/\s+/gu, ' ').trim(), LONGEST)
}

/** Without half a surrogate pair, half a placeholder or a space at its end. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/<[a-z]*$/, '')
    .trimEnd()
}

function messageAndFrame(text: string): string {
  const lines = text.split(/[\r\n]+/u).filter((line) => line.trim() !== '')
  const first = lines[0] ?? ''
  // Python prints the message last, under the innermost frame.
  const isPython = first.startsWith('Traceback')
  const frame = isPython ? lines.findLast(isFrame) : lines.slice(1).find(isFrame)
  const message = isPython ? lines.at(-1)! : first
  const kept = frame === undefined ? [message] : [message, frame]
  return kept.map((line) => cut(line.trim(), LONGEST_LINE)).join(' ')
}

/** Of JavaScript, Java and C# (`at f (file:1:2)`), or of Python (`File "file", line 1, in f`). */
function isFrame(line: string): boolean {
  return /^\s{0,40}(?:at \S|File ")/u.test(line)
}
