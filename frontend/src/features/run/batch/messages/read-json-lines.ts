import { MESSAGE, type BadRow, type Reading, type Row } from '@/features/run/batch/messages/read-rows'

/** Each line a text in quotes, or an object with the message and values for variables. */
export function readJsonLines(text: string): Reading {
  const rows: Row[] = []
  const bad: BadRow[] = []
  const columns = new Set([MESSAGE])
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue
    const line = index + 1
    const read = readLine(written)
    if (typeof read === 'string') {
      bad.push({ line, problem: read })
      continue
    }
    rows.push({ line, fields: read })
    for (const name of Object.keys(read)) columns.add(name)
  }
  return { rows, bad, columns: [...columns] }
}

function readLine(written: string): Record<string, string> | 'json' | 'noMessage' {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch {
    return 'json'
  }
  if (typeof value === 'string') return { [MESSAGE]: value }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'noMessage'
  const { message, ...others } = value as Record<string, unknown>
  if (typeof message !== 'string') return 'noMessage'
  const fields = Object.entries(others).map(([name, other]) => [name, textOf(other)] as const)
  return { [MESSAGE]: message, ...Object.fromEntries(fields) }
}

/** What is no text stands as JSON; null is nothing. */
function textOf(value: unknown): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
