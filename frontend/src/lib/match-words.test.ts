import { matchWords } from '@/lib/match-words'
import { describe, expect, it } from 'vitest'

const qwen = (typed: string) => matchWords(typed, 'Qwen3-8B Instruct', ['Qwen/Qwen3-8B', 'http://gpu-01:8000/v1'])

describe('a search by words', () => {
  it('finds by name, server name and address, in any order and case', () => {
    for (const typed of ['', 'QWEN', 'instruct qwen', 'gpu-01', '8000 8b']) expect(qwen(typed)).toBeGreaterThan(0)
    for (const typed of ['llama', 'qwen llama', 'q3n']) expect(qwen(typed)).toBe(0)
  })

  it('puts the beginning of a name first, an address last', () => {
    const scores = ['qwen3', 'instruct', 'wen3', 'gpu'].map(qwen)
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
    expect(new Set(scores).size).toBe(4)
  })
})
