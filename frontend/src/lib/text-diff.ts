import { diffArrays } from 'diff'

/** A piece of a line; `changed` where the other side has something else. */
export interface DiffPiece {
  text: string
  changed: boolean
}

/** A line of one side, counted from 1. */
export interface DiffLine {
  number: number
  pieces: readonly DiffPiece[]
}

/** What stands beside what. A line that only one side has leaves the other null. */
export interface DiffRow {
  kind: 'same' | 'changed'
  left: DiffLine | null
  right: DiffLine | null
}

/** What changed, in lines: those of both sides that differ, those that only the right has, and only the left. */
export interface DiffCount {
  changed: number
  added: number
  removed: number
}

/** Numbers with their decimals, words with their marks, white space, and every other character by itself. */
const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu

/** Two lines that share less than this are not one line that changed. */
const LEAST_ALIKE = 0.3

/** Longer lines that differ more than this are not compared by word: that would take seconds and help nobody. */
const MOST_EDITS = 600

/** Two texts line by line, side by side; lines that stand for one another are compared word by word. */
export function diffLines(left: string, right: string): DiffRow[] {
  const rows: DiffRow[] = []
  let [leftNumber, rightNumber] = [0, 0]
  let removed: string[] = []
  const flush = (added: readonly string[]) => {
    for (const [before, after] of pair(removed, added)) {
      const [leftPieces, rightPieces] = compare(before, after)
      rows.push({
        kind: 'changed',
        left: before === null ? null : { number: ++leftNumber, pieces: leftPieces },
        right: after === null ? null : { number: ++rightNumber, pieces: rightPieces },
      })
    }
    removed = []
  }
  for (const change of diffArrays(linesOf(left), linesOf(right))) {
    if (change.removed) removed = change.value
    else if (change.added) flush(change.value)
    else {
      flush([])
      for (const text of change.value) {
        const pieces = [{ text, changed: false }]
        rows.push({
          kind: 'same',
          left: { number: ++leftNumber, pieces },
          right: { number: ++rightNumber, pieces },
        })
      }
    }
  }
  flush([])
  return rows
}

export function countChanges(rows: readonly DiffRow[]): DiffCount {
  const of = (fits: (row: DiffRow) => boolean) => rows.filter((row) => row.kind === 'changed' && fits(row)).length
  return {
    changed: of(({ left, right }) => left !== null && right !== null),
    added: of(({ left }) => left === null),
    removed: of(({ right }) => right === null),
  }
}

/** A text that is not there has no lines. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

/** Which removed line became which added one: the next one that is like it, in their order. */
function pair(removed: readonly string[], added: readonly string[]): [string | null, string | null][] {
  const pairs: [string | null, string | null][] = []
  let next = 0
  for (const before of removed) {
    const found = added.findIndex((after, place) => place >= next && alike(before, after) >= LEAST_ALIKE)
    if (found < 0) {
      pairs.push([before, null])
      continue
    }
    for (const after of added.slice(next, found)) pairs.push([null, after])
    pairs.push([before, added[found] ?? null])
    next = found + 1
  }
  for (const after of added.slice(next)) pairs.push([null, after])
  return pairs
}

/** The share of the words of two lines that both have, 0 to 1, wherever they stand. */
function alike(before: string, after: string): number {
  const [left, right] = [before, after].map((line) => wordsOf(line).filter((word) => word.trim() !== ''))
  if (!left?.length || !right?.length) return 0
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count === 0) continue
    counts.set(word, count - 1)
    shared += 1
  }
  return (2 * shared) / (left.length + right.length)
}

function compare(before: string | null, after: string | null): [DiffPiece[], DiffPiece[]] {
  if (before === null || after === null) return [whole(before), whole(after)]
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS })
  if (!changes) return [whole(before), whole(after)]
  const side = (other: 'added' | 'removed') =>
    joined(
      changes
        .filter((change) => !change[other])
        .map((change) => ({ text: change.value.join(''), changed: change.added || change.removed })),
    )
  return [side('added'), side('removed')]
}

function whole(text: string | null): DiffPiece[] {
  return [{ text: text ?? '', changed: true }]
}

/** A blank between two words that changed has changed too. */
function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joint: DiffPiece[] = []
  pieces.forEach((piece, place) => {
    const between = joint.at(-1)?.changed === true && pieces[place + 1]?.changed === true && piece.text.trim() === ''
    const changed = piece.changed || between
    const last = joint.at(-1)
    if (last?.changed === changed) last.text += piece.text
    else joint.push({ text: piece.text, changed })
  })
  return joint
}

function wordsOf(line: string): string[] {
  return line.match(WORD) ?? []
}
