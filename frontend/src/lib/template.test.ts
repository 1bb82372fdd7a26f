import { fillTemplate, templateParts, variableNames } from '@/lib/template'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The table that the service holds its own reading against: text | filled | names. */
const SERVICE = readFileSync('../backend/src/test/java/dev/assay/prompt/TemplateTest.java', 'utf8')
const CASES = [...SERVICE.matchAll(/^ +("(?:[^"\\]|\\.)*\|(?:[^"\\]|\\.)*"),$/gm)].map((match) =>
  (JSON.parse(match[1] ?? '') as string).split('|').map((cell) => (cell === '~~' ? '' : cell)),
)

function fillAs(text: string): string {
  const names = variableNames(text)
  return fillTemplate(text, Object.fromEntries(names.map((name) => [name, { x: '1', 이름: '2' }[name] ?? '3'])))
}

describe('a template', () => {
  it('has a table of cases to be held against', () => expect(CASES.length).toBeGreaterThan(20))

  it.each(CASES)('%s is read as the service reads it', (text = '', filled = '', names = '') => {
    expect(variableNames(text).join(',')).toBe(names)
    expect(fillAs(text)).toBe(filled)
  })

  it('never reads a value', () => {
    expect(fillTemplate('{{x}} {{y}}', { x: '{{y}} \\{{', y: '$1 {{x}}' })).toBe('{{y}} \\{{ $1 {{x}}')
  })

  it('has names of up to 64 characters', () => {
    expect(variableNames(`{{${'한'.repeat(64)}}}`)).toHaveLength(1)
    expect(variableNames(`{{${'한'.repeat(65)}}}`)).toEqual([])
    expect(variableNames(`{{${'𝒜'.repeat(64)}}}`)).toHaveLength(1)
  })

  it('leaves a place without a value as it is written', () => {
    expect(fillTemplate('Answer in {{ language }}.', {})).toBe('Answer in {{ language }}.')
  })

  it('is parted without gaps', () => {
    for (const [text = ''] of CASES) {
      const parts = templateParts(text)
      expect(parts.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text)
    }
  })

  it('of the longest text and the most braces is read at once', () => {
    const began = performance.now()
    for (const piece of ['{{', '{', '\\{{', '{{x', '{{ ', '\\']) variableNames(piece.repeat(10_240 / piece.length))
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
