import type { PromptFilter, PromptOrder } from '@/__generated__/graphql'

/** In which orders prompts are listed, by the words that the address has for them. */
export const ORDERS = { changed: 'LAST_CHANGED', used: 'LAST_USED', uses: 'MOST_USED' } as const satisfies Record<
  string,
  PromptOrder
>
export type Order = keyof typeof ORDERS

/** Which prompts the page lists: the whole of its address. */
export interface PromptSearch {
  text: string
  tags: string[]
  starred: boolean
  order: Order
}

const MAX_TEXT = 200
const MAX_TAGS = 20

/** Reads an address; what makes no sense in it is left out. */
export function parseSearch(params: URLSearchParams): PromptSearch {
  const order = params.get('sort')
  const tags = params.getAll('tag').filter((tag) => tag !== '')
  return {
    text: (params.get('q') ?? '').slice(0, MAX_TEXT),
    tags: [...new Set(tags)].slice(0, MAX_TAGS),
    starred: params.get('starred') === 'yes',
    order: order !== null && Object.hasOwn(ORDERS, order) ? (order as Order) : 'changed',
  }
}

/** The address of a search; `parseSearch` reads it back. */
export function formatSearch({ text, tags, starred, order }: PromptSearch): URLSearchParams {
  const params = new URLSearchParams()
  if (text !== '') params.set('q', text)
  for (const tag of tags) params.append('tag', tag)
  if (starred) params.set('starred', 'yes')
  if (order !== 'changed') params.set('sort', order)
  return params
}

export function isFiltered({ text, tags, starred }: PromptSearch): boolean {
  return text !== '' || tags.length > 0 || starred
}

/** What the server is asked; null where everything is wanted. */
export function toPromptFilter(search: PromptSearch): PromptFilter | null {
  if (!isFiltered(search)) return null
  return {
    ...(search.text !== '' && { text: search.text }),
    ...(search.tags.length > 0 && { tags: search.tags }),
    ...(search.starred && { isStarred: true }),
  }
}
