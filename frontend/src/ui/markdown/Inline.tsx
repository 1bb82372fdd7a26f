import { readEntities } from '@/lib/entities'
import { safeLink } from '@/lib/safe-link'
import type { Token, Tokens } from 'marked'
import type { ReactNode } from 'react'

/** What stands within a line. */
export function Inline({ tokens }: { tokens: Token[] | undefined }): ReactNode {
  return tokens?.map((token, index) => <InlineToken key={index} token={token} />)
}

function InlineToken({ token }: { token: Tokens.Generic }): ReactNode {
  switch (token.type) {
    case 'text':
      return token.tokens ? <Inline tokens={token.tokens} /> : readEntities((token as Tokens.Text).text)
    case 'strong':
      return (
        <strong>
          <Inline tokens={token.tokens} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <Inline tokens={token.tokens} />
        </em>
      )
    case 'del':
      return (
        <del>
          <Inline tokens={token.tokens} />
        </del>
      )
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>
    case 'br':
      return <br />
    case 'escape':
      return (token as Tokens.Escape).text
    case 'link':
      return (
        <Anchor href={(token as Tokens.Link).href}>
          <Inline tokens={token.tokens} />
        </Anchor>
      )
    case 'image':
      return <Anchor href={(token as Tokens.Image).href}>{(token as Tokens.Image).text || token.raw}</Anchor>
    default:
      return token.raw
  }
}

/** A link that leads out. Where it does not lead to the web it is only its words. */
function Anchor({ href, children }: { href: string; children: ReactNode }) {
  const safe = safeLink(href)
  if (safe === null) return children
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}
