import { withOneUnit } from '@/features/run/comparison/joined-units'
import { expect, it } from 'vitest'

it.each([
  ['340 ms', '558 ms', '340–558 ms'],
  ['25.0 tok/s', '25.9 tok/s', '25.0–25.9 tok/s'],
  ['2.06초', '2.37초', '2.06–2.37초'],
  ['59.1 s', '1 min 02 s', '59.1–1 min 02 s'],
  ['$0.00001', '$0.00002', '$0.00001–$0.00002'],
])('%s and %s are %s', (first, second, both) => {
  expect(withOneUnit(first, second, '–')).toBe(both)
})
