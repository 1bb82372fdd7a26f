import { askSignInMethods, type SignInMethods } from '@/lib/session/auth-requests'
import { session } from '@/lib/session/session'
import { useEffect, useState } from 'react'

/** How one signs in here: not known yet, not to be had, or known. */
export type MethodsView =
  { kind: 'loading' } | { kind: 'unreachable'; retry: () => void } | ({ kind: 'known' } & SignInMethods)

export function useSignInMethods(): MethodsView {
  const [attempt, setAttempt] = useState(0)
  const [answer, setAnswer] = useState<SignInMethods | 'failed' | null>(null)

  useEffect(() => {
    const leaving = new AbortController()
    askSignInMethods(leaving.signal).then(setAnswer, () => {
      if (!leaving.signal.aborted) setAnswer('failed')
    })
    return () => leaving.abort()
  }, [attempt])

  const retry = () => {
    // Who is here could not be asked either.
    session.reset()
    setAnswer(null)
    setAttempt(attempt + 1)
  }
  if (answer === null) return { kind: 'loading' }
  return answer === 'failed' ? { kind: 'unreachable', retry } : { kind: 'known', ...answer }
}
