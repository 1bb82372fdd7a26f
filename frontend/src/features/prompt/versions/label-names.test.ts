import { isLabel } from '@/features/prompt/versions/label-names'
import { expect, it } from 'vitest'

it.each(['production', 'v1.2', 'eu-west_1', '운영', '7', 'x'.repeat(50)])('%s may be a label', (name) =>
  expect(isLabel(name)).toBe(true),
)

it.each(['', ' ', '-x', '.x', 'a b', 'a/b', 'x'.repeat(51)])('%j may be none', (name) =>
  expect(isLabel(name)).toBe(false),
)
