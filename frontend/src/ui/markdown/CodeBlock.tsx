import { highlight } from '@/lib/highlight'
import { useMemo } from 'react'

const CLASSES = { keyword: 'code-keyword', string: 'code-string', comment: 'code-comment' }

/** Code, scrolled sideways where it is wide; in the order of Tab, so that the keys can scroll it. */
export function CodeBlock({ code, language }: { code: string; language: string }) {
  const pieces = useMemo(() => highlight(code, language), [code, language])
  return (
    <pre tabIndex={0}>
      <code>
        {pieces.map(({ kind, text }, index) =>
          kind === 'plain' ? (
            text
          ) : (
            <span key={index} className={CLASSES[kind]}>
              {text}
            </span>
          ),
        )}
      </code>
    </pre>
  )
}
