import { groupByDay, nameDay, nameRange } from '@/features/run/history/day-groups'
import { describe, expect, it } from 'vitest'

const run = (createdAt: string) => ({ createdAt })

describe('runs by day', () => {
  const runs = ['2026-11-18T01:00:00Z', '2026-11-17T16:00:00Z', '2026-11-17T14:59:59Z', '2026-11-16T00:00:00Z'].map(run)

  it('are cut where the day changes in the time zone', () => {
    const days = groupByDay(runs, 'Asia/Seoul').map(({ day, items }) => [day, items.length])
    expect(days).toEqual([
      ['2026-11-18', 2],
      ['2026-11-17', 1],
      ['2026-11-16', 1],
    ])
    expect(groupByDay(runs, 'UTC').map(({ items }) => items.length)).toEqual([1, 2, 1])
  })

  it('keep their order and lose none', () => {
    expect(groupByDay(runs, 'America/Los_Angeles').flatMap(({ items }) => items)).toEqual(runs)
    expect(groupByDay([], 'UTC')).toEqual([])
  })
})

describe('a day', () => {
  it('is called today, yesterday, or by its weekday', () => {
    const name = (day: string) => nameDay(day, '2026-11-18', 'en')
    expect(name('2026-11-18')).toMatchObject({ relative: 'today', date: '18 Nov' })
    expect(name('2026-11-17')).toMatchObject({ relative: 'yesterday', date: '17 Nov' })
    expect(name('2026-11-16')).toEqual({ relative: null, weekday: 'Monday', date: '16 Nov' })
  })

  it('carries its year where that is another', () => {
    expect(nameDay('2025-12-31', '2026-01-01', 'en')).toMatchObject({ relative: 'yesterday', date: '31 Dec 2025' })
  })

  it('is named in Korean too', () => {
    expect(nameDay('2026-11-16', '2026-11-18', 'ko')).toEqual({ relative: null, weekday: '월요일', date: '11월 16일' })
  })

  it('makes a short range with another', () => {
    expect(nameRange('2026-11-12', '2026-11-18', '2026-11-20', 'en')).toMatch(/^12\s?–\s?18 Nov$/u)
    expect(nameRange('2025-12-30', '2026-01-02', '2026-11-20', 'en')).toMatch(/2025.*2026/u)
    expect(nameRange('2026-11-12', '2026-11-18', '2026-11-20', 'ko')).toContain('11월 12일')
  })
})
