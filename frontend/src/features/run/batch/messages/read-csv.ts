import type { BadRow, Reading, Row } from '@/features/run/batch/messages/read-rows'
import Papa from 'papaparse'

interface Record {
  line: number
  cells: readonly string[]
  hasBadQuotes: boolean
}

/** Comma, semicolon, tab or bar, whichever parts the text; a cell in quotes may hold it, line breaks and doubled quotes. */
export function readCsv(text: string, hasHeader: boolean): Reading {
  const records = parse(text)
  const header = hasHeader ? records.shift() : undefined
  const columns = columnsOf(header?.cells ?? numbered(records))
  const rows: Row[] = []
  const bad: BadRow[] = header?.hasBadQuotes ? [{ line: header.line, problem: 'quotes' }] : []
  for (const { line, cells, hasBadQuotes } of records) {
    if (hasBadQuotes) bad.push({ line, problem: 'quotes' })
    else if (cells.length > columns.length) bad.push({ line, problem: 'tooManyFields' })
    else rows.push({ line, fields: Object.fromEntries(columns.map((name, place) => [name, cells[place] ?? ''])) })
  }
  return { rows, bad, columns }
}

/** All records but blank lines, each with the line where it begins. */
function parse(text: string): Record[] {
  const records: Record[] = []
  let at = 0
  let line = 1
  Papa.parse<string[]>(text, {
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const hasBadQuotes = errors.some(({ type }) => type === 'Quotes')
      if (data.some((cell) => cell.trim() !== '') || data.length > 1) records.push({ line, cells: data, hasBadQuotes })
      line += count(text.slice(at, meta.cursor), '\n')
      at = meta.cursor
    },
  })
  return records
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

function numbered(records: readonly Record[]): string[] {
  const width = records.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return Array.from({ length: width }, (_, place) => String(place + 1))
}

/** Names that can be told apart: an empty one is its number, one that is there already gets a number. */
function columnsOf(names: readonly string[]): string[] {
  const columns: string[] = []
  for (const [place, raw] of names.entries()) {
    const name = raw.trim() || String(place + 1)
    columns.push(columns.includes(name) ? `${name} (${place + 1})` : name)
  }
  return columns
}
