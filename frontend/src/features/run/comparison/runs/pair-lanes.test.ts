import { comparedLanes } from '@/features/run/comparison/compared-lanes'
import { pairLanes } from '@/features/run/comparison/runs/pair-lanes'
import { stateOf } from '@/features/run/live/run-reducer'
import { testingLane, testingRun } from '@/features/run/live/testing-run'
import { expect, it } from 'vitest'

const lanesOf = (...models: number[]) =>
  comparedLanes(stateOf(testingRun({ lanes: models.map((model, position) => ({ ...testingLane(model), position })) })))

const pairsOf = (a: number[], b: number[]) =>
  pairLanes(lanesOf(...a), lanesOf(...b)).map((pair) => [
    pair.a?.record.position ?? null,
    pair.b?.record.position ?? null,
  ])

it('pairs lanes of one model, each once, and leaves the rest alone', () => {
  expect(pairsOf([1, 2], [2, 1])).toEqual([
    [0, 1],
    [1, 0],
  ])
  expect(pairsOf([1, 1, 3], [1, 2])).toEqual([
    [0, 0],
    [1, null],
    [2, null],
    [null, 1],
  ])
})
