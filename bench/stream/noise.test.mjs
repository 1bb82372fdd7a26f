import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exitCode, goals } from './goals.mjs'
import { judge } from './noise.mjs'
import { median } from './statistics.mjs'

const round = (value, other = 0, stolen = 0) => ({ only: { value, spent: { percent: { other, stolen } } } })
const judged = (...rounds) => judge(rounds, ({ only }) => only.value, median)

test('a figure is the median of the quiet rounds', () => {
  assert.deepEqual(judged(round(1), round(100, 50), round(3)), { noisy: false, value: 2, rounds: 3, quiet: 2 })
})

test('with fewer than half of the rounds quiet there is no verdict', () => {
  assert.equal(judged(round(1), round(1, 50), round(1, 0, 50)).noisy, true)
  assert.equal(judged(round(1, 50)).noisy, true)
  assert.equal(judged(round(1)).noisy, false)
})

const batch = (ratio, complete, other = 0) => {
  const spent = { percent: { other, stolen: 0 } }
  return { batch: [{ direct: { wallMs: 1000, spent }, assay: { wallMs: ratio * 1000, complete, spent } }] }
}

test('a goal that fails in a quiet run goes before one that cannot be judged', () => {
  assert.equal(exitCode(goals(batch(1.5, 400))), 0)
  assert.equal(exitCode(goals(batch(2.5, 400))), 1)
  assert.equal(exitCode(goals(batch(2.5, 400, 50))), 2)
})

test('what is lost is lost, however busy the machine was', () => {
  assert.equal(exitCode(goals(batch(1.5, 399, 50))), 1)
})
