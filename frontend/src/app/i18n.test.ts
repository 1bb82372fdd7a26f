import { preferredLanguage, resources } from '@/app/i18n'
import { describe, expect, it } from 'vitest'

/** Every key with its placeholders. Plural forms count as one key, for languages differ in how many they have. */
function shape(node: unknown, path = ''): string[] {
  if (typeof node !== 'string') {
    const children = Object.entries(node as object)
    return [...new Set(children.flatMap(([key, child]) => shape(child, path ? `${path}.${key}` : key)))].sort()
  }
  if (/_(one|two|few)$/.test(path)) return []
  const holes = [...node.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort()
  return [`${path}(${holes.join()})`]
}

describe('the languages', () => {
  it.each(Object.keys(resources.en) as (keyof typeof resources.en)[])('say the same things in %s', (namespace) => {
    expect(shape(resources.ko[namespace])).toEqual(shape(resources.en[namespace]))
  })

  it('follow the choice, then the browser, then English', () => {
    expect(preferredLanguage('ko', ['en-US'])).toBe('ko')
    expect(preferredLanguage(null, ['fr-FR', 'ko-KR', 'en'])).toBe('ko')
    expect(preferredLanguage(null, ['fr-FR'])).toBe('en')
    expect(preferredLanguage('xx', [])).toBe('en')
  })
})
