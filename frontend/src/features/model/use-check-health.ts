import { CheckModelHealthDocument } from '@/__generated__/graphql'
import { useRefreshStates } from '@/features/model/use-refresh-states'
import { failureOf } from '@/lib/graphql-error'
import { useFormat } from '@/ui/use-format'
import { useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Asks a model's server now whether it is there, and says what came out; the page shows it too. */
export function useCheckHealth(): (target: { id: string; name: string }) => void {
  const { t } = useTranslation('model')
  const format = useFormat()
  const refresh = useRefreshStates()
  const [check] = useMutation(CheckModelHealthDocument, { fetchPolicy: 'no-cache' })

  return ({ id, name }) => {
    const note = toast.loading(t('health.checking', { name }))
    const failed = (title: string, description: string | null) => toast.error(title, { id: note, description })
    check({ variables: { id } }).then(
      ({ data }) => {
        void refresh()
        const health = data?.checkModelHealth
        if (health?.status !== 'UP') failed(t('health.isDown', { name }), health?.message ?? null)
        else toast.success(t('health.isUp', { name, latency: format.millis(health.latencyMs) }), { id: note })
      },
      (error: unknown) => failed(t('health.notChecked', { name }), failureOf(error).message || t('unreachable')),
    )
  }
}
