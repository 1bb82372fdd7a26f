import { areGoodTags, tagsOf } from '@/features/prompt/editor/tags'
import { expect, it } from 'vitest'

it('tags are parted by commas, each once', () => {
  expect(tagsOf(' sql, #review,, sql ,코드 검토')).toEqual(['sql', 'review', '코드 검토'])
  expect(tagsOf('')).toEqual([])
})

it('there are at most 20 tags of 50 characters', () => {
  expect(areGoodTags(Array.from({ length: 20 }, String))).toBe(true)
  expect(areGoodTags(Array.from({ length: 21 }, String))).toBe(false)
  expect(areGoodTags(['x'.repeat(51)])).toBe(false)
})
