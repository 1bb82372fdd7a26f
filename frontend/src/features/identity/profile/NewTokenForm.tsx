import { LifetimeField } from '@/features/identity/profile/LifetimeField'
import { NEW_TOKEN, newTokenSchema, toCreateInput, type NewTokenValues } from '@/features/identity/profile/new-token'
import { ScopesField } from '@/features/identity/profile/ScopesField'
import { useCreateApiTokenMutation } from '@/features/identity/profile/use-api-tokens'
import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { DialogActions } from '@/ui/Dialog'
import { Field, FieldError } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { zodResolver } from '@hookform/resolvers/zod'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

interface NewTokenFormProps {
  onCancel: () => void
  onCreated: (token: string) => void
}

/** What a token is for, what it may, and for how long. */
export function NewTokenForm({ onCancel, onCreated }: NewTokenFormProps) {
  const { t } = useTranslation('identity')
  const [create, { loading }] = useCreateApiTokenMutation()
  const form = useForm<NewTokenValues>({ resolver: zodResolver(newTokenSchema), defaultValues: NEW_TOKEN })
  const { errors } = form.formState

  const submit = form.handleSubmit(async (values) => {
    try {
      const { data } = await create({ variables: { input: toCreateInput(values) } })
      if (data) onCreated(data.createApiToken.token)
    } catch (error) {
      const { field, message } = failureOf(error)
      form.setError(field === 'input.name' ? 'name' : 'root', { message: message || t('unreachable.text') })
    }
  })
  // The schema's messages are keys; the server's are words.
  const words = (message: string | undefined) =>
    message === undefined ? undefined : t(`newToken.${message}` as 'newToken.nameMissing', { defaultValue: message })

  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <Field label={t('newToken.name')} hint={t('newToken.nameHint')} error={words(errors.name?.message)}>
          {(ties) => <Input data-autofocus autoComplete="off" {...ties} {...form.register('name')} />}
        </Field>
        <ScopesField error={words(errors.scopes?.message)} />
        <LifetimeField />
        {errors.root && <FieldError>{errors.root.message}</FieldError>}
        <DialogActions>
          <Button onClick={onCancel}>{t('newToken.cancel')}</Button>
          <Button type="submit" look="primary" disabled={loading}>
            {t('newToken.submit')}
          </Button>
        </DialogActions>
      </form>
    </FormProvider>
  )
}
