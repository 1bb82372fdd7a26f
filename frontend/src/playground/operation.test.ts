import { operationOf } from '@/playground/operation'
import { expect, it } from 'vitest'

it('finds the operation that a name means', () => {
  const document = 'query A { a } subscription B { b }'
  expect(operationOf(document, 'B')?.operation).toBe('subscription')
  expect(operationOf(document, 'A')?.operation).toBe('query')
  expect(operationOf('mutation { a }')?.operation).toBe('mutation')
})

it('finds none in a broken document', () => {
  expect(operationOf('subscription {')).toBeNull()
})
