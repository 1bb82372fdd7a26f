import { initialsOf } from '@/features/identity/initials'
import { expect, it } from 'vitest'

it.each([
  ['Ada Lovelace', 'AL'],
  ['ada king noel', 'AN'],
  ['Plato', 'P'],
  ['김민준', '민준'],
  ['  Ångström  Émile ', 'ÅÉ'],
  ['', ''],
])('initials of %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
