import { MAX_LENGTH, type ModelValues, type Problem } from '@/features/model/model-form'
import { useFormState } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

/** What is wrong with a field, in words: ours, or the server's own. */
export function useProblem(field: keyof ModelValues): string | undefined {
  const { t } = useTranslation('model')
  const { errors } = useFormState<ModelValues>({ name: field })
  const error = errors[field]
  if (!error?.message) return undefined
  if (error.type === 'server') return error.message
  const max = field in MAX_LENGTH ? MAX_LENGTH[field as keyof typeof MAX_LENGTH] : 0
  return t(`problem.${error.message as Problem}`, { max })
}
