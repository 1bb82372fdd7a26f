import { forgetOwn, ownBy, recall, recallOwn, remember, rememberOwn } from '@/lib/storage'
import { beforeEach, describe, expect, it } from 'vitest'

describe('what is remembered for a user', () => {
  beforeEach(() => {
    localStorage.clear()
    ownBy('ada')
    rememberOwn('draft', 'half a thought')
    remember('theme', 'dark')
  })

  it('is there again for the same user', () => {
    ownBy('ada')
    expect(recallOwn('draft')).toBe('half a thought')
  })

  it('is gone for anybody else, while what is the browser’s stays', () => {
    ownBy('bob')
    expect(recallOwn('draft')).toBeNull()
    expect(recall('theme')).toBe('dark')
  })

  it('is gone after a sign-out', () => {
    forgetOwn()
    ownBy('ada')
    expect(recallOwn('draft')).toBeNull()
    expect(recall('theme')).toBe('dark')
  })
})
