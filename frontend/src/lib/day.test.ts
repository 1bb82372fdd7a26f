import { addDays, dayOf, daysBetween, isDay, startOfDay } from '@/lib/day'
import { describe, expect, it } from 'vitest'

describe('days', () => {
  it('depend on where one is', () => {
    expect(dayOf('2026-11-17T15:30:00Z', 'Asia/Seoul')).toBe('2026-11-18')
    expect(dayOf('2026-11-17T15:30:00Z', 'UTC')).toBe('2026-11-17')
    expect(dayOf('2026-11-18T03:00:00Z', 'America/New_York')).toBe('2026-11-17')
  })

  it('begin at midnight there', () => {
    expect(startOfDay('2026-11-18', 'Asia/Seoul').toISOString()).toBe('2026-11-17T15:00:00.000Z')
    expect(startOfDay('2026-11-18', 'UTC').toISOString()).toBe('2026-11-18T00:00:00.000Z')
    expect(startOfDay('2026-11-18', 'America/New_York').toISOString()).toBe('2026-11-18T05:00:00.000Z')
    expect(startOfDay('2026-11-18', 'Asia/Kathmandu').toISOString()).toBe('2026-11-17T18:15:00.000Z')
  })

  it('begin right where the clocks change', () => {
    expect(startOfDay('2026-03-08', 'America/New_York').toISOString()).toBe('2026-03-08T05:00:00.000Z')
    expect(startOfDay('2026-03-09', 'America/New_York').toISOString()).toBe('2026-03-09T04:00:00.000Z')
    expect(startOfDay('2026-11-01', 'America/New_York').toISOString()).toBe('2026-11-01T04:00:00.000Z')
    // In Brazil the clocks skipped midnight itself.
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z')
  })

  it('are counted over the ends of months', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2026-10-31', '2026-11-18')).toBe(18)
    expect(daysBetween('2026-11-18', '2026-11-17')).toBe(-1)
  })

  it('must exist', () => {
    expect(isDay('2026-11-18')).toBe(true)
    for (const text of ['', '2026-02-30', '2026-13-01', '18.11.2026', '2026-11-18T00:00'])
      expect(isDay(text)).toBe(false)
  })
})
