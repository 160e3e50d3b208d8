import type { Mail } from '../lib/mailer.ts'

/** What a letter says: a few sentences, one link, and what to do when one did not expect it. */
export interface Letter {
  subject: string
  sentences: readonly string[]
  link: { label: string; url: string }
  ending: string
}

/** The letter for one person, as plain text and as HTML that says the same. */
export function writeMail(to: string, { subject, sentences, link, ending }: Letter): Mail {
  const text = ['Hello,', sentences.join('\n'), `${link.label}:\n${link.url}`, ending].join('\n\n')
  const paragraphs = [
    'Hello,',
    sentences.map(escapeHtml).join('<br>\n'),
    `<a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a>`,
    escapeHtml(ending),
  ]
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  const html = `<!doctype html>\n<html lang="en">\n<body style="font: 16px/1.5 sans-serif">\n${body}\n</body>\n</html>\n`
  return { to, subject, text: `${text}\n`, html }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
