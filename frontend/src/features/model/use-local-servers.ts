import { LocalServersDocument, type LocalServersQuery } from '@/__generated__/graphql'
import { toOfferedInput } from '@/features/model/model-form'
import { useRegisterModels } from '@/features/model/use-register-models'
import { failureOf } from '@/lib/graphql-error'
import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

export type FoundServer = LocalServersQuery['localServers'][number]
export type FoundModel = FoundServer['models'][number]

/** The servers found on Assay's machine that offer something new. Who may not ask for them, or finds none, sees nothing. */
export function useLocalServers() {
  const { t } = useTranslation('model')
  const { data } = useQuery(LocalServersDocument, { fetchPolicy: 'cache-and-network', errorPolicy: 'ignore' })
  const register = useRegisterModels()
  const [busy, setBusy] = useState(false)

  const add = async ({ endpointUrl }: FoundServer, models: readonly FoundModel[]) => {
    setBusy(true)
    try {
      await register({ endpointUrl, models: models.map(toOfferedInput) })
    } catch (error) {
      toast.error(t('local.failed'), { description: failureOf(error).message || t('unreachable') })
    }
    setBusy(false)
  }
  return { servers: (data?.localServers ?? []).filter(({ models }) => models.some(isNew)), busy, add }
}

export type LocalServersState = ReturnType<typeof useLocalServers>

export function isNew({ model }: FoundModel): boolean {
  return model === null
}
