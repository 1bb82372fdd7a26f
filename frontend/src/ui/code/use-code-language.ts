import { recallCodeLanguage, rememberCodeLanguage, type CodeLanguageName } from '@/ui/code/code-languages'
import { useState } from 'react'

/** The language that is looked at, from one program to the next. */
export function useCodeLanguage() {
  const [language, setLanguage] = useState(recallCodeLanguage)
  const choose = (next: CodeLanguageName) => {
    rememberCodeLanguage(next)
    setLanguage(next)
  }
  return [language, choose] as const
}
