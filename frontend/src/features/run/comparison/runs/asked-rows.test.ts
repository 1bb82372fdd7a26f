import { askedRows } from '@/features/run/comparison/runs/asked-rows'
import { testingParameters, testingRun } from '@/features/run/live/testing-run'
import { expect, it } from 'vitest'

it('tells what either run set, and leaves out what neither did', () => {
  const a = testingRun({ systemPrompt: 'Be brief.' })
  const b = testingRun({
    userMessage: 'How?',
    parameters: testingParameters({ topP: 0.5 }),
    check: { __typename: 'Check', kind: 'CONTAINS', value: 'sky', ignoreCase: false },
  })
  expect(askedRows(a, b, ({ kind, value }) => `${kind} ${value}`).map((row) => [row.name, row.a, row.b])).toEqual([
    ['message', 'Why?', 'How?'],
    ['systemPrompt', 'Be brief.', ''],
    ['temperature', '0.7', ''],
    ['topP', '', '0.5'],
    ['iterations', '1', '1'],
    ['check', '', 'CONTAINS sky'],
  ])
})
