import type { UserFilter } from '@/__generated__/graphql'

/** Which people by whether they may sign in; null for all. */
export const STATES = ['active', 'deactivated'] as const
export type PersonState = (typeof STATES)[number]

/** Which people the page shows: the whole of its address. */
export interface PeopleSearch {
  text: string
  state: PersonState | null
}

/** Reads an address; what makes no sense in it is left out. */
export function parsePeopleSearch(params: URLSearchParams): PeopleSearch {
  const state = STATES.find((known) => known === params.get('state')) ?? null
  return { text: params.get('q') ?? '', state }
}

/** The address of a search; `parsePeopleSearch` reads it back. */
export function formatPeopleSearch({ text, state }: PeopleSearch): URLSearchParams {
  const params = new URLSearchParams()
  if (text !== '') params.set('q', text)
  if (state) params.set('state', state)
  return params
}

/** What the server is asked; undefined where everybody is wanted. */
export function toUserFilter({ text, state }: PeopleSearch): UserFilter | undefined {
  if (text === '' && state === null) return undefined
  return { ...(text !== '' && { text }), ...(state && { isActive: state === 'active' }) }
}
