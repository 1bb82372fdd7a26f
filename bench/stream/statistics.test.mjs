import assert from 'node:assert/strict'
import { test } from 'node:test'
import { median, percentile, sorted, spread } from './statistics.mjs'

const HUNDRED = Array.from({ length: 100 }, (_, index) => 100 - index)

test('a percentile is a value that was seen', () => {
  const all = sorted(HUNDRED)
  assert.equal(percentile(all, 50), 50)
  assert.equal(percentile(all, 99), 99)
  assert.equal(percentile(all, 100), 100)
  assert.equal(percentile(sorted([7]), 1), 7)
})

test('of nothing there is no percentile and no median', () => {
  assert.ok(Number.isNaN(percentile(sorted([]), 99)))
  assert.ok(Number.isNaN(median([])))
})

test('numbers are sorted as numbers, and lists go together', () => {
  assert.deepEqual([...sorted([10, 9], [100])], [9, 10, 100])
  assert.equal(spread([10, 9], [100]).max, 100)
  assert.equal(spread([1, 2], [3]).mean, 2)
})

test('the median of an even number lies between the two in the middle', () => {
  assert.equal(median([4, 1, 3, 2]), 2.5)
  assert.equal(median([5, 1, 3]), 3)
})
