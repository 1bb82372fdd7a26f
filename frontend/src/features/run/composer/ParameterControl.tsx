import { EffortSelect } from '@/features/run/composer/EffortSelect'
import { JsonCell } from '@/features/run/composer/JsonCell'
import { ParameterInput, type ParameterControlProps } from '@/features/run/composer/ParameterInput'
import { isJsonName, isWrong, type ParameterName } from '@/features/run/composer/parameter-text'
import { useTranslation } from 'react-i18next'

/** What a parameter is set with. What is wrong is said as one types; what the server said of it goes before. */
export function ParameterControl({ error, ...props }: ParameterControlProps) {
  const problem = useProblem(props.name, props.text)
  const { name } = props
  if (isJsonName(name)) return <JsonCell {...props} name={name} error={error ?? problem} />
  if (name === 'reasoningEffort') return <EffortSelect {...props} error={error ?? problem} />
  return <ParameterInput {...props} error={error ?? problem} />
}

function useProblem(name: ParameterName, text: string): string | undefined {
  const { t } = useTranslation('run')
  return isWrong(name, text) ? t(`problem.${name}Wrong`) : undefined
}
