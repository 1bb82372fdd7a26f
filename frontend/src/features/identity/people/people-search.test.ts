import { formatPeopleSearch, parsePeopleSearch, toUserFilter } from '@/features/identity/people/people-search'
import { describe, expect, it } from 'vitest'

const parse = (search: string) => parsePeopleSearch(new URLSearchParams(search))

describe('a search for people', () => {
  it('stands in the address', () => {
    for (const search of ['', 'q=ada', 'state=deactivated', 'q=ada&state=active']) {
      expect(formatPeopleSearch(parse(search)).toString()).toBe(search)
    }
    expect(parse('state=asleep').state).toBeNull()
  })

  it('asks the server for no more than is meant', () => {
    expect(toUserFilter(parse(''))).toBeUndefined()
    expect(toUserFilter(parse('q=ada&state=deactivated'))).toEqual({ text: 'ada', isActive: false })
    expect(toUserFilter(parse('state=active'))).toEqual({ isActive: true })
  })
})
