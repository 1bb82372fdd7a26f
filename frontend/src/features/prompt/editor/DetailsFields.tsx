import { areGoodTags, tagsOf } from '@/features/prompt/editor/tags'
import type { Details } from '@/features/prompt/editor/use-save'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Textarea } from '@/ui/Textarea'
import { useTranslation } from 'react-i18next'

const MAX_NAME = 200
const MAX_DESCRIPTION = 2_000

/** What a prompt is called and filed under, as it is typed. */
export interface TypedDetails {
  name: string
  description: string
  tags: string
}

export type DetailsErrors = Partial<Record<keyof TypedDetails, string>>

export function detailsOf({ name, description, tags }: TypedDetails): Details {
  return { name: name.trim(), description: description.trim(), tags: tagsOf(tags) }
}

export function useDetailsProblems(): (typed: TypedDetails) => DetailsErrors {
  const { t } = useTranslation('prompt')
  return (typed) => {
    const { name, description, tags } = detailsOf(typed)
    const errors: DetailsErrors = {}
    if (name === '') errors.name = t('details.nameMissing')
    else if (name.length > MAX_NAME) errors.name = t('details.nameTooLong')
    if (description.length > MAX_DESCRIPTION) errors.description = t('details.descriptionTooLong')
    if (!areGoodTags(tags)) errors.tags = t('details.tagsWrong')
    return errors
  }
}

interface DetailsFieldsProps {
  typed: TypedDetails
  errors: DetailsErrors
  onChange: (change: Partial<TypedDetails>) => void
}

export function DetailsFields({ typed, errors, onChange }: DetailsFieldsProps) {
  const { t } = useTranslation('prompt')
  return (
    <>
      <Field label={t('details.name')} error={errors.name}>
        {(ties) => (
          <Input
            data-autofocus
            autoComplete="off"
            {...ties}
            value={typed.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('details.tags')} error={errors.tags}>
        {(ties) => (
          <Input
            autoComplete="off"
            placeholder={t('details.tagsHint')}
            {...ties}
            value={typed.tags}
            onChange={(event) => onChange({ tags: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('details.description')} error={errors.description}>
        {(ties) => (
          <Textarea
            rows={2}
            {...ties}
            value={typed.description}
            onChange={(event) => onChange({ description: event.target.value })}
            className="h-7 min-h-7 phone:h-14"
          />
        )}
      </Field>
    </>
  )
}
