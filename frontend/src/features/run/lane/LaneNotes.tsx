import type { Protocol } from '@/__generated__/graphql'
import { PARAMETERS } from '@/features/run/composer/parameter-text'
import type { LaneRecord, ResultRecord } from '@/features/run/live/run-state'
import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const PROTOCOLS: Record<Protocol, string> = { OPENAI: 'OpenAI', ANTHROPIC: 'Anthropic', GEMINI: 'Gemini' }

interface LaneNotesProps {
  lane: LaneRecord
  result: ResultRecord
}

/** What one should know of how the answer was asked for. It comes before the first token or with it, so that it moves no text. */
export function LaneNotes({ lane, result }: LaneNotesProps) {
  const { t } = useTranslation('run')
  const ignored = lane.ignoredParameters.map((name) => {
    const known = PARAMETERS.find((parameter) => parameter === name)
    return known ? t(`parameters.${known}`) : name
  })
  // Until there is a text, the lane's foot counts the attempts.
  const silent = result.status === 'RUNNING' && result.text === '' && result.reasoning === ''
  const attempts = silent ? 1 : result.attempts
  if (ignored.length === 0 && attempts < 2) return null
  return (
    <ul className="flex flex-col gap-1 text-small text-ink-3">
      {ignored.length > 0 && (
        <Note>
          {t('note.ignored', {
            count: ignored.length,
            names: ignored.join(', '),
            protocol: PROTOCOLS[lane.modelSnapshot.protocol],
          })}
        </Note>
      )}
      {attempts > 1 && <Note>{t('note.attempts', { count: attempts })}</Note>}
    </ul>
  )
}

function Note({ children }: { children: ReactNode }) {
  return (
    <li className="flex items-start gap-1.5">
      <Info aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 tabular-nums">{children}</span>
    </li>
  )
}
