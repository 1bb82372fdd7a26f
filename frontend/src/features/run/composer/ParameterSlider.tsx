import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { LIMITS, parseNumber, type ParameterName } from '@/features/run/composer/parameter-text'
import { Slider } from '@/ui/Slider'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** Where the slider goes, and where it rests while nothing is set. The box takes more than the slider reaches. */
const SLIDERS = {
  temperature: { min: 0, max: 2, step: 0.05, rest: 1 },
  topP: { min: 0.05, max: 1, step: 0.05, rest: 1 },
  maxTokens: { min: 64, max: 4_096, step: 64, rest: 1_024 },
} as const

type SlidingName = keyof typeof SLIDERS

export function slides(name: ParameterName): name is SlidingName {
  return name in SLIDERS
}

interface ParameterSliderProps {
  name: SlidingName
  label: string
  text: string
  edit: (action: DraftAction) => void
}

export function ParameterSlider({ name, label, text, edit }: ParameterSliderProps) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const value = parseNumber(name, text)
  const set = value !== null && !Number.isNaN(value)
  return (
    <Slider
      {...SLIDERS[name]}
      label={t('parameters.slider', { parameter: label })}
      value={set ? value : null}
      valueText={set ? format.decimal(value, LIMITS[name].digits) : t('parameters.unset')}
      onChange={(next) => edit({ type: 'shared', name, text: next.toFixed(LIMITS[name].digits) })}
    />
  )
}
