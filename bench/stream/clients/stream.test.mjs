import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stream, collect, now } from './stream.mjs'

const ALWAYS = { from: 0, to: Infinity }
const token = (index, exchange = 7) => `${exchange}:${index}:${Math.round(now() * 1e6)} `

function received(tokens, ...texts) {
  const stream = new Stream(tokens)
  stream.started()
  texts.forEach((text) => stream.take(text))
  stream.ended()
  return { stream, ...collect([stream], ALWAYS) }
}

test('a whole stream has nothing wrong, and a gap less than it has tokens', () => {
  const { lost, doubled, reordered, foreign, gaps, transit } = received(3, token(0), token(1) + token(2))
  assert.deepEqual([lost, doubled, reordered, foreign], [0, 0, 0, 0])
  assert.equal(gaps.length, 2)
  assert.ok(transit.every((ms) => ms > -0.01 && ms < 1000))
})

test('what is lost, doubled, out of order or of another stream is counted', () => {
  assert.equal(received(3, token(0), token(2)).lost, 1)
  assert.equal(received(3, token(0), token(0), token(1), token(2)).doubled, 1)
  assert.equal(received(3, token(1), token(0), token(2)).reordered, 1)
  assert.equal(received(2, token(0), token(1), token(1, 8)).foreign, 1)
  assert.equal(received(2, token(0), token(1), token(2)).foreign, 1)
})

test('a snapshot brings what is new in it, and doubles nothing', () => {
  const stream = new Stream(4)
  const [first, second, third, fourth] = [0, 1, 2, 3].map((index) => token(index))
  stream.snapshot(first)
  stream.take(second)
  stream.snapshot(first + second + third)
  stream.take(fourth)
  stream.ended()
  const { seen, doubled, reordered } = collect([stream], ALWAYS)
  assert.deepEqual([seen, doubled, reordered], [4, 0, 0])
})

test('tokens and gaps outside the window are not counted in it', () => {
  const stream = new Stream(2)
  stream.take(token(0))
  const between = now()
  stream.take(token(1))
  stream.ended()
  const { tokens, gaps, allGaps, throughout } = collect([stream], { from: between, to: Infinity })
  assert.deepEqual([tokens, gaps.length, allGaps.length, throughout], [1, 1, 1, 0])
})
