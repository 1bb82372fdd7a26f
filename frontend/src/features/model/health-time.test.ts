import { healthTime } from '@/features/model/health-time'
import { formatFor } from '@/lib/format'
import { describe, expect, it } from 'vitest'

describe('the time of a change', () => {
  const now = new Date(2026, 10, 21, 18, 0)

  it('is a time alone today, and has its day before', () => {
    const format = formatFor('en')
    expect(healthTime(new Date(2026, 10, 21, 14, 2).toISOString(), now, format)).toBe('14:02')
    expect(healthTime(new Date(2026, 10, 20, 14, 2).toISOString(), now, format)).toBe('20 Nov, 14:02')
  })
})
