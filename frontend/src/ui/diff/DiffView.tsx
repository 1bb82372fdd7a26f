import { cn } from '@/lib/cn'
import type { DiffLine, DiffPiece, DiffRow } from '@/lib/text-diff'
import { TemplateText } from '@/ui/TemplateText'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'

interface DiffViewProps {
  rows: readonly DiffRow[]
  /** Side by side, or one column with what went before what came. */
  split: boolean
  /** What it compares, for a screen reader. */
  label: string
}

const ROW = 'align-top font-mono text-small leading-5 [font-variant-ligatures:none]'

/** Two texts compared. What changed is tinted, has a sign in the gutter, and its words stand out. */
export function DiffView({ rows, split, label }: DiffViewProps) {
  return (
    <table className="w-full table-fixed border-collapse" aria-label={label}>
      {split ? <SplitRows rows={rows} /> : <InlineRows rows={rows} />}
    </table>
  )
}

function SplitRows({ rows }: Pick<DiffViewProps, 'rows'>) {
  return (
    <>
      <colgroup>
        <col className="w-10" />
        <col className="w-4" />
        <col />
        <col className="w-10" />
        <col className="w-4" />
        <col />
      </colgroup>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place} className={ROW}>
            <Side line={row.left} tone={row.kind === 'same' ? 'same' : 'del'} />
            <Side line={row.right} tone={row.kind === 'same' ? 'same' : 'add'} className="border-l border-line" />
          </tr>
        ))}
      </tbody>
    </>
  )
}

function InlineRows({ rows }: Pick<DiffViewProps, 'rows'>) {
  return (
    <>
      <colgroup>
        <col className="w-9 phone:w-7" />
        <col className="w-9 phone:w-7" />
        <col className="w-4" />
        <col />
      </colgroup>
      <tbody>
        {blocksOf(rows).map((block, place) => (
          <Fragment key={place}>
            {block.map(({ line, tone, left, right }, at) => (
              <tr key={at} className={ROW}>
                <Number number={left} tone={tone} />
                <Number number={right} tone={tone} />
                <Text line={line} tone={tone} />
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </>
  )
}

type Tone = 'same' | 'add' | 'del'

interface InlineRow {
  line: DiffLine
  tone: Tone
  left: number | null
  right: number | null
}

/** Of rows that changed together, all that went comes before all that came. */
function blocksOf(rows: readonly DiffRow[]): InlineRow[][] {
  const blocks: InlineRow[][] = []
  let gone: InlineRow[] = []
  let come: InlineRow[] = []
  const flush = () => {
    if (gone.length + come.length > 0) blocks.push([...gone, ...come])
    gone = []
    come = []
  }
  for (const { kind, left, right } of rows) {
    if (kind === 'same' && left && right) {
      flush()
      blocks.push([{ line: left, tone: 'same', left: left.number, right: right.number }])
      continue
    }
    if (left) gone.push({ line: left, tone: 'del', left: left.number, right: null })
    if (right) come.push({ line: right, tone: 'add', left: null, right: right.number })
  }
  flush()
  return blocks
}

const TINT: Record<Tone, string> = { same: '', add: 'bg-add', del: 'bg-del' }
const WORD_TINT: Record<Tone, string> = { same: '', add: 'rounded-[2px] bg-add-word', del: 'rounded-[2px] bg-del-word' }
const SIGN: Record<Tone, string> = { same: '', add: '+', del: '−' }

function Side({ line, tone, className }: { line: DiffLine | null; tone: Tone; className?: string }) {
  if (!line) return <td colSpan={3} className={cn('bg-sunken', className)} />
  return (
    <>
      <Number number={line.number} tone={tone} className={className} />
      <Text line={line} tone={tone} />
    </>
  )
}

function Number({ number, tone, className }: { number: number | null; tone: Tone; className?: string | undefined }) {
  return (
    <td className={cn('pr-2 text-right text-label leading-5 text-ink-3 select-none', TINT[tone], className)}>
      {number}
    </td>
  )
}

function Text({ line, tone }: { line: DiffLine; tone: Tone }) {
  const { t } = useTranslation('ui')
  const Mark = tone === 'add' ? 'ins' : tone === 'del' ? 'del' : 'span'
  return (
    <>
      <td className={cn('text-center select-none', TINT[tone])}>
        <span aria-hidden>{SIGN[tone]}</span>
        {tone !== 'same' && <span className="sr-only">{t(`diff.${tone}`)}</span>}
      </td>
      <td className={cn('pr-3 wrap-anywhere whitespace-pre-wrap', TINT[tone])}>
        {line.pieces.map((piece, place) => (
          <Piece key={place} piece={piece} as={Mark} tint={WORD_TINT[tone]} />
        ))}
      </td>
    </>
  )
}

function Piece({ piece, as: Mark, tint }: { piece: DiffPiece; as: 'ins' | 'del' | 'span'; tint: string }) {
  if (!piece.changed) return <TemplateText text={piece.text} />
  return <Mark className={cn('no-underline', tint)}>{piece.text}</Mark>
}
