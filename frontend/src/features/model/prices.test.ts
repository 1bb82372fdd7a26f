import { formatPrices } from '@/features/model/prices'
import { describe, expect, it } from 'vitest'

const prices = (inputPricePerMillion: string | null, outputPricePerMillion: string | null) =>
  formatPrices({ inputPricePerMillion, outputPricePerMillion })

describe('prices', () => {
  it('have two decimals, or as many as they need', () => {
    expect(prices('0.1', '8')).toBe('0.10 / 8.00')
    expect(prices('0.000140', '2.7000')).toBe('0.00014 / 2.70')
    expect(prices('0', '0.00')).toBe('0.00 / 0.00')
  })

  it('are a dash where nobody wrote them down', () => {
    expect(prices(null, null)).toBe('–')
    expect(prices('0.02', null)).toBe('0.02 / –')
  })
})
