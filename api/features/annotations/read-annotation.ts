import { LIMITS } from '../../ingest/index.ts'
import { quoted } from '../../lib/nearest.ts'
import { readName } from '../../lib/read-name.ts'
import { badInput } from '../../schema/errors.ts'
import { checkStorable } from '../../schema/text-filter.ts'
import type { SentAnnotation } from './annotation-input.ts'
import type { AnnotationContent } from './queries.ts'

const LONGEST_TEXT = 2_000
const EARLIEST = Date.UTC(1970, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

/**
 * What is to be written of an annotation. Its beginning, when it was not sent, is the one that is known, otherwise now.
 * Throws BAD_INPUT, or a UserError, that says what is wrong and what to send instead.
 */
export function readAnnotation(sent: SentAnnotation, knownStart: Date | null, now: Date): AnnotationContent {
  const startedAt = withinReason('startedAt', sent.startedAt ?? knownStart ?? now)
  const endedAt = sent.endedAt ? withinReason('endedAt', sent.endedAt) : null
  if (endedAt && endedAt < startedAt) {
    throw badInput(`"endedAt" ${endedAt.toISOString()} lies before "startedAt" ${startedAt.toISOString()}.`)
  }
  return {
    pipeline: sent.pipeline ?? null,
    kind: sent.kind,
    title: readName('title of the annotation', sent.title),
    text: readText('text', sent.text, LONGEST_TEXT),
    link: readLink(sent.link),
    labels: readLabels(sent.labels ?? []),
    externalId: readText('externalId', sent.externalId, LIMITS.externalIdLength),
    startedAt,
    endedAt,
  }
}

/** Null for a text without anything in it. */
function readText(name: string, text: string | null | undefined, most: number): string | null {
  const trimmed = text?.trim() ?? ''
  checkStorable(trimmed, name)
  if (trimmed.length > most) {
    throw badInput(`"${name}" has ${trimmed.length} characters. Send ${most.toLocaleString('en')} at most.`)
  }
  return trimmed === '' ? null : trimmed
}

/** Only addresses that a browser asks a server for: others could run something. */
function readLink(link: string | null | undefined): string | null {
  const text = readText('link', link, LONGEST_TEXT)
  if (text === null) return null
  const protocol = URL.parse(text)?.protocol
  if (protocol === 'https:' || protocol === 'http:') return text
  throw badInput(`"link" is ${quoted(text)}: send an address that begins with "https://" or "http://".`)
}

function readLabels(sent: readonly { name: string; value: string }[]): Record<string, string> {
  if (sent.length > LIMITS.labels) throw badInput(`"labels" has ${sent.length} entries: at most ${LIMITS.labels}.`)
  const labels = new Map<string, string>()
  for (const { name, value } of sent) {
    const known = readText('labels.name', name, LIMITS.labelNameLength)
    if (known === null) throw badInput('A name in "labels" is empty.')
    if (labels.has(known)) throw badInput(`"labels" names ${quoted(known)} twice.`)
    labels.set(known, readText('labels.value', value, LIMITS.labelValueLength) ?? '')
  }
  return Object.fromEntries(labels)
}

function withinReason(name: string, at: Date): Date {
  if (at.getTime() >= EARLIEST && at.getTime() <= LATEST) return at
  throw badInput(`"${name}" lies outside the years 1970 to 2200: send a nearer one.`)
}
