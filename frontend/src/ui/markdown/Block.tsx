import { CodeBlock } from '@/ui/markdown/CodeBlock'
import { Inline } from '@/ui/markdown/Inline'
import type { Token, Tokens } from 'marked'
import { createElement, memo, type ReactNode } from 'react'

/** One block. It renders again only when its source changed, which of a growing text is the last one. */
export const Block = memo(
  ({ token }: { token: Token }) => render(token as Tokens.Generic),
  (before, after) =>
    before.token === after.token || (before.token.type === after.token.type && before.token.raw === after.token.raw),
)
Block.displayName = 'Block'

function render(token: Tokens.Generic): ReactNode {
  switch (token.type) {
    case 'space':
    case 'def':
      return null
    case 'heading':
      // An answer stands under the page's own headings.
      return createElement(
        `h${Math.min(6, (token as Tokens.Heading).depth + 3)}`,
        null,
        <Inline tokens={token.tokens} />,
      )
    case 'code':
      return <CodeBlock code={(token as Tokens.Code).text} language={(token as Tokens.Code).lang ?? ''} />
    case 'blockquote':
      return <blockquote>{nested(token.tokens)}</blockquote>
    case 'list':
      return <List list={token as Tokens.List} />
    case 'table':
      return <Table table={token as Tokens.Table} />
    case 'hr':
      return <hr />
    case 'text':
      return <Inline tokens={token.tokens ?? [token]} />
    case 'paragraph':
      return (
        <p>
          <Inline tokens={token.tokens} />
        </p>
      )
    default:
      // Raw HTML, and whatever else: as it was written.
      return <p>{token.raw.trim()}</p>
  }
}

function nested(tokens: Token[] | undefined): ReactNode {
  return tokens?.map((token, index) => <Block key={index} token={token} />)
}

function List({ list }: { list: Tokens.List }) {
  const items = list.items.map((item, index) => (
    <li key={index}>
      {item.task && <input type="checkbox" checked={item.checked ?? false} readOnly disabled />} {nested(item.tokens)}
    </li>
  ))
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>
}

function Table({ table }: { table: Tokens.Table }) {
  return (
    <div className="table-scroll" tabIndex={0} role="group">
      <table>
        <thead>
          <tr>
            {table.header.map((cell, index) => (
              <th key={index} scope="col" style={{ textAlign: cell.align ?? undefined }}>
                <Inline tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} style={{ textAlign: cell.align ?? undefined }}>
                  <Inline tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
