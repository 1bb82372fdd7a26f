import { comparedVersions, formatView, parseView, type PromptView } from '@/features/prompt/view'
import { describe, expect, it } from 'vitest'

const parse = (text: string) => parseView(new URLSearchParams(text))

describe("the address of a prompt's page", () => {
  it.each(['', 'view=versions', 'view=compare', 'view=compare&from=3&to=12', 'view=compare&from=3&to=1&diff=inline'])(
    'survives being read and written: %s',
    (text) => expect(formatView(parse(text)).toString()).toBe(text),
  )

  it('leaves out what makes no sense', () => {
    expect(parse('view=winner&from=1')).toEqual({ kind: 'edit' })
    expect(parse('view=compare&from=x&to=-1&diff=y')).toEqual({ kind: 'compare', from: null, to: null, split: true })
  })
})

describe('the versions that are compared', () => {
  const compare = (from: number | null, to: number | null): PromptView & { kind: 'compare' } => ({
    kind: 'compare',
    from,
    to,
    split: true,
  })

  it('are the newest and the one before it, unless others are named', () => {
    expect(comparedVersions(compare(null, null), 12)).toEqual({ from: 11, to: 12 })
    expect(comparedVersions(compare(null, 5), 12)).toEqual({ from: 4, to: 5 })
    expect(comparedVersions(compare(9, 2), 12)).toEqual({ from: 9, to: 2 })
  })

  it('exist', () => {
    expect(comparedVersions(compare(null, null), 1)).toEqual({ from: 1, to: 1 })
    expect(comparedVersions(compare(40, 50), 12)).toEqual({ from: 12, to: 12 })
  })
})
