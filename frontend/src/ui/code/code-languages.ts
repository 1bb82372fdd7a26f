import { recall, remember } from '@/lib/storage'

/** The names are the same in every language of the page. */
export const CODE_LANGUAGES = [
  { value: 'CURL', name: 'curl', highlight: 'bash' },
  { value: 'PYTHON', name: 'Python', highlight: 'python' },
  { value: 'JAVASCRIPT', name: 'JavaScript', highlight: 'js' },
  { value: 'JAVA', name: 'Java', highlight: 'java' },
] as const

export type CodeLanguageName = (typeof CODE_LANGUAGES)[number]['value']

const NAME = 'codeLanguage'

/** The language that was looked at last in this browser. */
export function recallCodeLanguage(): CodeLanguageName {
  const known = recall(NAME)
  return CODE_LANGUAGES.find(({ value }) => value === known)?.value ?? 'CURL'
}

export function rememberCodeLanguage(language: CodeLanguageName): void {
  remember(NAME, language)
}
