import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('leaves out the signs of Markdown and keeps its words', () => {
  const text = '# On call\n\n- **Ada**, see [the runbook](https://example.com)\n- `restart`\n\n> quiet\n![logo](x.png)'
  expect(plainText(text)).toBe('On call Ada , see the runbook restart quiet logo')
  expect(plainText('  ')).toBe('')
})
