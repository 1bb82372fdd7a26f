import type { ParametersInput } from '@/__generated__/graphql'
import type { Template } from '@/features/run/composer/draft'
import { useSaveTemplateMutation } from '@/features/run/composer/use-save-template-mutation'
import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions } from '@/ui/Dialog'
import { Field, FieldError } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { z } from '@/lib/zod'

const schema = z.object({
  name: z.string().trim().min(1, 'nameMissing').max(200, 'nameTooLong'),
  description: z.string().trim().max(2_000, 'descriptionTooLong'),
})

type Values = z.infer<typeof schema>

interface SaveTemplateDialogProps {
  content: string
  /** The parameters that go with it; null for none. */
  parameters: ParametersInput | null
  open: boolean
  onOpenChange: (open: boolean) => void
  onSaved: (template: Template) => void
}

/** Keeps the system prompt as a template. */
export function SaveTemplateDialog({ content, parameters, open, onOpenChange, onSaved }: SaveTemplateDialogProps) {
  const { t } = useTranslation('run')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('save.title')} description={t('save.text')}>
      <SaveTemplateForm
        content={content}
        parameters={parameters}
        onCancel={() => onOpenChange(false)}
        onSaved={(template) => {
          onOpenChange(false)
          onSaved(template)
          toast.success(t('save.done', { name: template.name }))
        }}
      />
    </Dialog>
  )
}

interface SaveTemplateFormProps {
  content: string
  parameters: ParametersInput | null
  onCancel: () => void
  onSaved: (template: Template) => void
}

function SaveTemplateForm({ content, parameters, onCancel, onSaved }: SaveTemplateFormProps) {
  const { t } = useTranslation('run')
  const { save, loading } = useSaveTemplateMutation()
  const form = useForm<Values>({ resolver: zodResolver(schema), defaultValues: { name: '', description: '' } })
  const { errors } = form.formState

  const submit = form.handleSubmit(async (values) => {
    try {
      onSaved(await save({ ...values, content, ...(parameters && { parameters }) }))
    } catch (error) {
      const { code, field, message } = failureOf(error)
      if (code === 'CONFLICT') form.setError('name', { message: 'nameTaken' })
      else if (field?.endsWith('.name')) form.setError('name', { message })
      else form.setError('root', { message: message || 'unreachable' })
    }
  })
  // The schema's messages are keys; the server's are words.
  const words = (message: string | undefined) =>
    message === undefined ? undefined : t(`save.${message}` as 'save.nameMissing', { defaultValue: message })

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-3">
      <Field label={t('save.name')} error={words(errors.name?.message)}>
        {(ties) => <Input data-autofocus autoComplete="off" {...ties} {...form.register('name')} />}
      </Field>
      <Field label={t('save.description')} error={words(errors.description?.message)}>
        {(ties) => <Input autoComplete="off" {...ties} {...form.register('description')} />}
      </Field>
      {errors.root && <FieldError>{words(errors.root.message)}</FieldError>}
      <DialogActions>
        <Button onClick={onCancel}>{t('save.cancel')}</Button>
        <Button type="submit" look="primary" disabled={loading}>
          {t('save.submit')}
        </Button>
      </DialogActions>
    </form>
  )
}
