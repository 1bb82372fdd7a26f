import type { DraftLane } from '@/features/run/composer/draft'
import {
  isJsonName,
  isNumberName,
  LIMITS,
  parseNumber,
  PARAMETERS,
  type ParameterName,
} from '@/features/run/composer/parameter-text'
import { NONE } from '@/lib/format'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** What a lane has of its own, in words: by it one tells apart lanes of one model. Empty where it follows all lanes. */
export function useOwnWords(): (lane: DraftLane) => string {
  const { t } = useTranslation('run')
  const format = useFormat()
  const value = (name: ParameterName, text: string) => {
    if (isJsonName(name)) return ''
    const number = isNumberName(name) ? parseNumber(name, text) : null
    if (number === null || Number.isNaN(number) || !isNumberName(name)) return ` ${text}`
    const { digits } = LIMITS[name]
    return ` ${Number(number.toFixed(digits)) === number ? format.decimal(number, digits) : text}`
  }
  const promptWords = ({ prompt }: DraftLane) => {
    if (prompt === null) return []
    if (prompt.template) return [`${prompt.template.name} v${prompt.template.number}`]
    const start = prompt.systemPrompt.trim().split('\n', 1)[0] ?? ''
    return [start === '' ? t('lane.noPrompt') : t('lane.ownPrompt', { start })]
  }
  return (lane) =>
    [
      ...PARAMETERS.filter((name) => (lane.parameters[name] ?? '').trim() !== '').map(
        (name) => t(`parameters.${name}`) + value(name, lane.parameters[name] ?? NONE),
      ),
      ...Object.entries(lane.values)
        .filter(([, filled]) => filled !== '')
        .map(([name, filled]) => `${name}: ${filled}`),
      ...promptWords(lane),
    ].join(', ')
}
