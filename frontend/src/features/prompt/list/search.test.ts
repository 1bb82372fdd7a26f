import { formatSearch, isFiltered, parseSearch, toPromptFilter } from '@/features/prompt/list/search'
import { describe, expect, it } from 'vitest'

const parse = (text: string) => parseSearch(new URLSearchParams(text))

describe('the address of the prompts', () => {
  it.each(['', 'q=sql', 'tag=sql&tag=review', 'starred=yes', 'q=%EA%B2%80%ED%86%A0&tag=sql&starred=yes&sort=uses'])(
    'survives being read and written: %s',
    (text) => expect(formatSearch(parse(text)).toString()).toBe(text),
  )

  it('leaves out what makes no sense', () => {
    expect(parse('sort=winner&starred=maybe&tag=&tag=a&tag=a&q=')).toEqual(parse('tag=a'))
    expect(parse('sort=toString').order).toBe('changed')
    expect(parse(`q=${'x'.repeat(300)}`).text).toHaveLength(200)
  })
})

describe('what the server is asked', () => {
  it('is nothing where nothing is filtered, whatever the order', () => {
    expect(isFiltered(parse('sort=used'))).toBe(false)
    expect(toPromptFilter(parse('sort=used'))).toBeNull()
  })

  it('is all that is filtered by', () => {
    expect(toPromptFilter(parse('q=검토&tag=a&tag=b&starred=yes'))).toEqual({
      text: '검토',
      tags: ['a', 'b'],
      isStarred: true,
    })
  })
})
