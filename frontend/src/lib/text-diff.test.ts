import { countChanges, diffLines, type DiffLine } from '@/lib/text-diff'
import { describe, expect, it } from 'vitest'

function shown(line: DiffLine | null): string | null {
  if (line === null) return null
  return line.pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')
}

function diff(left: string, right: string) {
  return diffLines(left, right).map((row) => [shown(row.left), shown(row.right)])
}

describe('the difference of two texts', () => {
  it('is by word inside a line', () => {
    expect(diff('Explain why it is faster.', 'Explain why it is slower.')).toEqual([
      ['Explain why it is [faster].', 'Explain why it is [slower].'],
    ])
    expect(diff('temperature: 0.9', 'temperature: 0.75')).toEqual([['temperature: [0.9]', 'temperature: [0.75]']])
    expect(diff('한국어로 짧게 답하세요', '한국어로 길게 답하세요')).toEqual([
      ['한국어로 [짧게] 답하세요', '한국어로 [길게] 답하세요'],
    ])
  })

  it('takes neighbours that changed for one change', () => {
    expect(diff('Answer in one short line.', 'Answer in two long lines.')).toEqual([
      ['Answer in [one short line].', 'Answer in [two long lines].'],
    ])
  })

  it('sets a line that only one side has beside nothing', () => {
    expect(diff('a\nb', 'a\nnew\nb')).toEqual([
      ['a', 'a'],
      [null, '[new]'],
      ['b', 'b'],
    ])
    expect(diff('a\n', 'a')).toEqual([
      ['a', 'a'],
      ['[]', null],
    ])
  })

  it('does not compare lines that have nothing in common', () => {
    expect(diff('Be brief.\nsame', 'Never guess a name\nsame')).toEqual([
      ['[Be brief.]', null],
      [null, '[Never guess a name]'],
      ['same', 'same'],
    ])
  })

  it('finds the line that a line became behind one that is new', () => {
    expect(diff('Answer in English.', 'Begin with the verdict now\nAnswer in Korean.')).toEqual([
      [null, '[Begin with the verdict now]'],
      ['Answer in [English].', 'Answer in [Korean].'],
    ])
  })

  it('counts lines on both sides', () => {
    const rows = diffLines('a\nb\nc', 'a\nx\nb\nc')
    expect(rows.map(({ left, right }) => [left?.number, right?.number])).toEqual([
      [1, 1],
      [undefined, 2],
      [2, 3],
      [3, 4],
    ])
    expect(countChanges(rows)).toEqual({ changed: 0, added: 1, removed: 0 })
  })

  it('of equal texts, and of none, is nothing', () => {
    expect(countChanges(diffLines('a\nb', 'a\nb'))).toEqual({ changed: 0, added: 0, removed: 0 })
    expect(diffLines('', '')).toEqual([])
  })

  it('of the longest texts comes at once', () => {
    const began = performance.now()
    diffLines('one word after another '.repeat(440), 'two other words and one '.repeat(420))
    expect(performance.now() - began).toBeLessThan(1_500)
  })
})
