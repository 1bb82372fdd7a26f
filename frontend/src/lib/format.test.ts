import { MAX_TEXT_BYTES, utf8Bytes } from '@/lib/bytes'
import { formatFor } from '@/lib/format'
import { laneLetter } from '@/lib/lane'
import { describe, expect, it } from 'vitest'

const en = formatFor('en-GB')
const ko = formatFor('ko-KR')

describe('numbers', () => {
  it.each([
    [0, '0.00 s'],
    [4_310, '4.31 s'],
    [9_994, '9.99 s'],
    [9_996, '10.0 s'],
    [41_680, '41.7 s'],
    [59_949, '59.9 s'],
    [59_951, '1 min 00 s'],
    [251_000, '4 min 11 s'],
    [3_725_000, '62 min 05 s'],
  ])('show %d ms as a duration of %s', (ms, text) => {
    expect(en.duration(ms)).toBe(text)
  })

  it.each([
    [0, '0 s'],
    [4_999, '4 s'],
    [59_999, '59 s'],
    [60_000, '1 min 00 s'],
  ])('show %d ms that have gone by as %s', (ms, text) => {
    expect(en.elapsed(ms)).toBe(text)
  })

  it('have their units in both languages', () => {
    expect(en.millis(138.4)).toBe('138 ms')
    expect(en.gap(10.24)).toBe('10.2 ms')
    expect(en.speed(96.55)).toEqual({ value: '96.6', unit: 'tok/s' })
    expect(ko.speed(96.55)).toEqual({ value: '96.6', unit: '토큰/초' })
    expect(ko.duration(4_310)).toBe('4.31초')
    expect(ko.duration(251_000)).toBe('4분 11초')
  })

  it('have the same precision everywhere', () => {
    expect(en.cost('0.000140')).toBe('$0.00014')
    expect(en.cost(12.5)).toBe('$12.50')
    expect(en.cost('0.0000029')).toBe('<$0.00001')
    expect(en.cost(0)).toBe('$0.00000')
    expect(en.count(1_193)).toBe('1,193')
    expect(ko.count(1_193)).toBe('1,193')
    expect(en.decimal(0.7, 2)).toBe('0.70')
  })

  it('are a dash where there is none', () => {
    expect([en.duration(null), en.millis(undefined), en.gap(NaN), en.count(null), en.cost(null)]).toEqual(
      Array(5).fill('–'),
    )
    expect(en.speed(null)).toEqual({ value: '–', unit: '' })
  })
})

describe('bytes', () => {
  it('are those of UTF-8', () => {
    expect(utf8Bytes('abc')).toBe(3)
    expect(utf8Bytes('배송')).toBe(6)
    expect(utf8Bytes('👍')).toBe(4)
    expect(utf8Bytes('')).toBe(0)
  })

  it('round up, so that a text over the limit never looks as if it fitted', () => {
    expect(en.kilobytes(0)).toBe('0.0')
    expect(en.kilobytes(400)).toBe('0.4')
    expect(en.kilobytes(MAX_TEXT_BYTES)).toBe('10.0')
    expect(en.kilobytes(MAX_TEXT_BYTES + 1)).toBe('10.1')
  })
})

describe('letters of lanes', () => {
  it('go on after Z', () => {
    expect([0, 3, 25, 26, 27, 51, 52].map(laneLetter)).toEqual(['A', 'D', 'Z', 'AA', 'AB', 'AZ', 'BA'])
  })

  it('tell how long ago something was', () => {
    const ago = (iso: string, language = 'en') => formatFor(language).ago(iso, Date.parse('2026-11-21T12:00:00Z'))
    expect(ago('2026-11-21T11:59:48Z')).toBe('12 sec ago')
    expect(ago('2026-11-21T12:00:03Z')).toBe('now')
    expect(ago('2026-11-21T11:58:00Z')).toBe('2 min ago')
    expect(ago('2026-11-20T12:00:00Z')).toBe('yesterday')
    expect(ago('2026-11-21T09:00:00Z', 'ko')).toBe('3시간 전')
  })
})
