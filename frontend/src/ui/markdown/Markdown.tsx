import { cn } from '@/lib/cn'
import { closeMarks } from '@/lib/close-marks'
import { blocksOf, NO_BLOCKS, type Blocks } from '@/lib/markdown-blocks'
import { Block } from '@/ui/markdown/Block'
import type { Token } from 'marked'
import { useState } from 'react'

interface MarkdownProps {
  text: string
  /** Whether more is to come: a caret then stands at the end. */
  streaming?: boolean
  className?: string
}

/** What a model wrote. Raw HTML shows as text, pictures as links: nothing that a model writes is fetched or run. */
export function Markdown({ text, streaming = false, className }: MarkdownProps) {
  const blocks = useBlocks(text)
  return (
    <div className={cn('markdown', streaming && 'streaming', className)}>
      {blocks.tokens.map((token, index) => (
        // A block's place is its name: blocks are only added at the end.
        <Block key={index} token={streaming && index === blocks.tokens.length - 1 ? unfinished(token) : token} />
      ))}
    </div>
  )
}

/** The last block as it will look once its marks are closed. */
function unfinished(token: Token): Token {
  const closed = closeMarks(token.raw)
  return closed === token.raw ? token : (blocksOf(closed).tokens[0] ?? token)
}

function useBlocks(text: string): Blocks {
  const [blocks, setBlocks] = useState(() => blocksOf(text, NO_BLOCKS))
  const next = blocksOf(text, blocks)
  if (next !== blocks) setBlocks(next)
  return next
}
