import { curlExample, NEW_TOKEN, newTokenSchema, toCreateInput } from '@/features/identity/profile/new-token'
import { describe, expect, it } from 'vitest'

const NOW = Date.parse('2026-11-21T06:00:00Z')

describe('a new token', () => {
  it('needs a name and something that it may do', () => {
    const refused = newTokenSchema.safeParse({ ...NEW_TOKEN, name: ' ', scopes: [] })
    expect(refused.error?.issues.map(({ message }) => message)).toEqual(['nameMissing', 'scopeMissing'])
    expect(newTokenSchema.safeParse({ ...NEW_TOKEN, name: 'nightly' }).success).toBe(true)
  })

  it('lives as long as was chosen, and never longer than the server’s year', () => {
    expect(toCreateInput({ name: 'a', scopes: ['RUN', 'READ'], days: '7' }, NOW)).toEqual({
      name: 'a',
      scopes: ['READ', 'RUN'],
      expiresAt: '2026-11-28T05:00:00.000Z',
    })
    const { expiresAt } = toCreateInput({ name: 'a', scopes: ['READ'], days: '365' }, NOW)
    expect(Date.parse(expiresAt ?? '')).toBeLessThan(Date.parse('2027-11-21T06:00:00Z'))
  })

  it('comes with a command that works as it stands', () => {
    const example = curlExample('https://assay.example.org', 'asy_x')
    expect(example).toContain('curl https://assay.example.org/graphql')
    expect(example).toContain("'Authorization: Bearer asy_x'")
  })
})
