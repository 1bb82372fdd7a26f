import { forgetPlace, keepPlace, keptPlace, ownPlace } from '@/lib/session/kept-place'
import { describe, expect, it } from 'vitest'

const ORIGIN = 'https://assay.example.org'

describe('the place to come back to', () => {
  it.each(['/', '/runs/7?lane=2#end', '/history?status=failed', '/sign-ins'])('is a page of our own: %s', (place) => {
    expect(ownPlace(place, ORIGIN)).toBe(place)
  })

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/.//evil.example/',
    'javascript:alert(1)',
    'models',
    '',
    '/sign-in',
    '/sign-in?error=denied',
    '/signed-in',
    '/auth/login/google',
  ])('is never elsewhere, nor a door: %s', (place) => {
    expect(ownPlace(place, ORIGIN)).toBe('/')
  })

  it('is kept in this tab until it is reached', () => {
    keepPlace('/models?q=qwen')
    expect(keptPlace()).toBe('/models?q=qwen')
    forgetPlace()
    expect(keptPlace()).toBe('/')
  })
})
