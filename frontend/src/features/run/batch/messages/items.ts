import { MESSAGE, type Reading, type Row, type RowProblem } from '@/features/run/batch/messages/read-rows'
import type { PromptVariable } from '@/lib/variables'
import { MAX_TEXT_BYTES, utf8Bytes } from '@/lib/bytes'
import { valueProblem, type ValueProblem } from '@/lib/variables'

/** One message of the batch, ready to be sent. */
export interface Item {
  line: number
  message: string
  /** Values for variables, for this message alone; without those that are not filled in. */
  values: Readonly<Record<string, string>>
}

/** Why a line cannot be asked; of a variable, its name too. */
export interface LineProblem {
  line: number
  problem: RowProblem | 'tooLong' | `value-${ValueProblem}`
  name: string | null
}

/** Which columns hold what: the message, and the values of variables by name. */
export interface Mapping {
  message: string
  variables: Readonly<Record<string, string>>
}

export interface Items {
  items: readonly Item[]
  /** In the order of the lines. */
  problems: readonly LineProblem[]
}

/** The messages of what was read. A variable without a value of its own takes its default, which may be none. */
export function itemsOf(reading: Reading, mapping: Mapping, variables: readonly PromptVariable[]): Items {
  const items: Item[] = []
  const problems: LineProblem[] = reading.bad.map(({ line, problem }) => ({ line, problem, name: null }))
  for (const row of reading.rows) {
    const item = itemOf(row, mapping)
    const problem = problemOf(item, mapping, variables)
    if (problem) problems.push(problem)
    else items.push(item)
  }
  return { items, problems: problems.sort((one, other) => one.line - other.line) }
}

function itemOf({ line, fields }: Row, mapping: Mapping): Item {
  const filled = Object.entries(mapping.variables)
    .map(([name, column]) => [name, fields[column] ?? ''] as const)
    .filter(([, value]) => value !== '')
  return { line, message: fields[mapping.message] ?? '', values: Object.fromEntries(filled) }
}

function problemOf(
  { line, message, values }: Item,
  mapping: Mapping,
  variables: readonly PromptVariable[],
): LineProblem | null {
  if (message.trim() === '') return { line, problem: 'empty', name: null }
  if (utf8Bytes(message) > MAX_TEXT_BYTES) return { line, problem: 'tooLong', name: null }
  for (const variable of variables) {
    const { name } = variable
    const wrong = name in mapping.variables ? valueProblem(variable, values[name]) : null
    if (wrong) return { line, problem: `value-${wrong}`, name }
  }
  return null
}

const USUAL_NAMES = [MESSAGE, 'prompt', 'question', 'input', 'text', 'query', 'content', 'user']

/** The columns that are meant, as far as their names tell: the message's, and one for each variable of that name. */
export function guessMapping({ columns }: Pick<Reading, 'columns'>, names: readonly string[]): Mapping {
  const byName = (name: string) => columns.find((column) => column.toLowerCase() === name.toLowerCase())
  const message = USUAL_NAMES.map(byName).find((column) => column !== undefined) ?? columns[0] ?? MESSAGE
  const found = names.map((name) => [name, byName(name)] as const)
  const variables = found.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== message)
  return { message, variables: Object.fromEntries(variables) }
}

/** What somebody chose, over what the names tell; `''` for no column. What names no column that is there is left out. */
export function mappingOf(
  reading: Pick<Reading, 'columns'>,
  names: readonly string[],
  chosen: { message: string | null; variables: Readonly<Record<string, string>> },
): Mapping {
  const guess = guessMapping(reading, names)
  const isThere = (column: string) => reading.columns.includes(column)
  const message = chosen.message !== null && isThere(chosen.message) ? chosen.message : guess.message
  const variables: Record<string, string> = {}
  for (const name of names) {
    const column = chosen.variables[name] ?? guess.variables[name] ?? ''
    if (isThere(column)) variables[name] = column
  }
  return { message, variables }
}
