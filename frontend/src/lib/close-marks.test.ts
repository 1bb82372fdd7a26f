import { closeMarks } from '@/lib/close-marks'
import { describe, expect, it } from 'vitest'

describe('closeMarks', () => {
  it.each([
    ['plain words', 'plain words'],
    ['**bold and', '**bold and**'],
    ['**bold** and', '**bold** and'],
    ['a **bold *both', 'a **bold *both***'],
    ['uses `code', 'uses `code`'],
    ['uses `a ** b', 'uses `a ** b`'],
    ['2 * 3 = 6', '2 * 3 = 6'],
    ['so far **', 'so far '],
    ['```sql\nSELECT **', '```sql\nSELECT **'],
    ['escaped \\* star', 'escaped \\* star'],
    ['**bold*', '**bold**'],
    ['* item with *stress', '* item with *stress*'],
  ])('makes %j show as %j', (written, shown) => {
    expect(closeMarks(written)).toBe(shown)
  })
})
