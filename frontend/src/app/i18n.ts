import app from '@/app/locale/en.json'
import appKo from '@/app/locale/ko.json'
import identity from '@/features/identity/locale/en.json'
import identityKo from '@/features/identity/locale/ko.json'
import model from '@/features/model/locale/en.json'
import modelKo from '@/features/model/locale/ko.json'
import prompt from '@/features/prompt/locale/en.json'
import promptKo from '@/features/prompt/locale/ko.json'
import files from '@/features/run/export/locale/en.json'
import filesKo from '@/features/run/export/locale/ko.json'
import batch from '@/features/run/batch/locale/en.json'
import batchKo from '@/features/run/batch/locale/ko.json'
import history from '@/features/run/history/locale/en.json'
import historyKo from '@/features/run/history/locale/ko.json'
import run from '@/features/run/locale/en.json'
import runKo from '@/features/run/locale/ko.json'
import { recall, remember } from '@/lib/storage'
import ui from '@/ui/locale/en.json'
import uiKo from '@/ui/locale/ko.json'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

/** One namespace for each folder that has words; English is the measure, and a test holds Korean to the same keys. */
export const resources = {
  en: { app, ui, run, batch, files, history, prompt, model, identity },
  ko: {
    app: appKo,
    ui: uiKo,
    run: runKo,
    files: filesKo,
    batch: batchKo,
    history: historyKo,
    prompt: promptKo,
    model: modelKo,
    identity: identityKo,
  },
}

export type Language = keyof typeof resources

/** Each language is named in itself. */
export const LANGUAGES: readonly [Language, string][] = [
  ['en', 'English'],
  ['ko', '한국어'],
]

/** What was chosen here before, else the browser's first language that exists, else English. */
export function preferredLanguage(remembered: unknown, browser: readonly string[]): Language {
  const known = [remembered, ...browser].map((tag) => (typeof tag === 'string' ? tag.slice(0, 2) : ''))
  return known.find((tag): tag is Language => tag in resources) ?? 'en'
}

export function chooseLanguage(language: Language): void {
  remember('language', language)
  void i18next.changeLanguage(language)
}

export function startI18n(): void {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  void i18next.use(initReactI18next).init({
    resources,
    lng: preferredLanguage(recall('language'), navigator.languages),
    fallbackLng: 'en',
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}
