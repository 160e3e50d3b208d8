import './markdown.css'
import type { ReactNode } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { safeAddress } from './safe-address.ts'

const plugins = [remarkGfm]

/** The heading of the panel is the second level of the page, so those of its text begin at the third. */
const components: Components = {
  h1: ({ children }) => <h3 className="markdown-h1">{children}</h3>,
  h2: ({ children }) => <h4 className="markdown-h2">{children}</h4>,
  h3: ({ children }) => <h5 className="markdown-h3">{children}</h5>,
  h4: ({ children }) => <h6 className="markdown-h3">{children}</h6>,
  h5: ({ children }) => <h6 className="markdown-h3">{children}</h6>,
  h6: ({ children }) => <h6 className="markdown-h3">{children}</h6>,
  a: ({ href, children }) => <Link address={href ?? ''}>{children}</Link>,
  // An image would tell its server who looks at the dashboard, so its description stands in its place.
  img: ({ alt }) => <span className="muted">{alt ? `(image: ${alt})` : '(image)'}</span>,
  // A wide table scrolls within the panel, also by keyboard.
  table: ({ children }) => (
    <div className="markdown-table" role="region" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
}

/** A text as Markdown. HTML in it is shown as it is written, links lead to safe addresses only, and images are not loaded. */
export function MarkdownText({ text }: { text: string }) {
  return (
    <div className="markdown">
      <ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={(address) => address}>
        {text}
      </ReactMarkdown>
    </div>
  )
}

function Link({ address, children }: { address: string; children?: ReactNode }) {
  const safe = safeAddress(address)
  if (safe === null) return <span title={address}>{children}</span>
  const isElsewhere = /^https?:/i.test(safe)
  return (
    <a href={safe} {...(isElsewhere ? { target: '_blank', rel: 'noopener noreferrer nofollow' } : {})}>
      {children}
    </a>
  )
}
