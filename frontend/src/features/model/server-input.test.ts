import { limitProblem, maintenanceProblem, readLimit } from '@/features/model/server-input'
import { describe, expect, it } from 'vitest'

describe('a server', () => {
  it('has a limit from 0 to 10,000, or the setting’s', () => {
    expect(readLimit(' ')).toBeNull()
    expect(readLimit('1,000')).toBe(1_000)
    for (const text of ['', '0', '10,000']) expect(limitProblem(text)).toBeNull()
    for (const text of ['10001', '-1', '1.5', 'many']) expect(limitProblem(text)).toBe('limit')
  })

  it('tells of its maintenance in 500 characters, or in none', () => {
    expect(maintenanceProblem('')).toBeNull()
    expect(maintenanceProblem('x'.repeat(501))).toBe('message')
  })
})
