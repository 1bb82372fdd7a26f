import { readCsv } from '@/features/run/batch/messages/read-csv'
import { readJsonLines } from '@/features/run/batch/messages/read-json-lines'

/** How a text holds messages: one a line, parted by blank lines, or with values for variables beside each. */
export const FORMATS = ['lines', 'blocks', 'csv', 'jsonl'] as const
export type Format = (typeof FORMATS)[number]

/** The field that holds the message where nobody can choose one. */
export const MESSAGE = 'message'

/** A message as it was read, with what else stands beside it. */
export interface Row {
  /** Where it begins in the text, from 1. */
  line: number
  /** Texts by column; of a plain text, the message alone. */
  fields: Readonly<Record<string, string>>
}

export type RowProblem = 'json' | 'noMessage' | 'quotes' | 'tooManyFields' | 'empty'

/** A line that no message could be made of. */
export interface BadRow {
  line: number
  problem: RowProblem
}

export interface Reading {
  rows: readonly Row[]
  bad: readonly BadRow[]
  /** The names of all columns, in their order. */
  columns: readonly string[]
}

/** Reads messages. Nothing that is written is left out unsaid; blank lines of a plain text only part messages. */
export function readRows(text: string, format: Format, hasHeader: boolean): Reading {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  switch (format) {
    case 'lines':
      return ofTexts(plain.split('\n').map((words, index) => ({ line: index + 1, words })))
    case 'blocks':
      return ofTexts(blocks(plain))
    case 'csv':
      return readCsv(plain, hasHeader)
    case 'jsonl':
      return readJsonLines(plain)
  }
}

interface Piece {
  line: number
  words: string
}

function ofTexts(pieces: readonly Piece[]): Reading {
  const rows = pieces
    .filter(({ words }) => words.trim() !== '')
    .map(({ line, words }) => ({ line, fields: { [MESSAGE]: words.trim() } }))
  return { rows, bad: [], columns: [MESSAGE] }
}

function blocks(text: string): Piece[] {
  const pieces: Piece[] = []
  let open: { line: number; lines: string[] } | null = null
  for (const [index, line] of [...text.split('\n'), ''].entries()) {
    if (line.trim() !== '') {
      open ??= { line: index + 1, lines: [] }
      open.lines.push(line)
    } else if (open) {
      pieces.push({ line: open.line, words: open.lines.join('\n') })
      open = null
    }
  }
  return pieces
}

/** What a file's name says of how it is to be read; a plain text has one message a line. */
export function formatOf(fileName: string): Format {
  if (/\.(csv|tsv)$/i.test(fileName)) return 'csv'
  return /\.(jsonl|ndjson|json)$/i.test(fileName) ? 'jsonl' : 'lines'
}
