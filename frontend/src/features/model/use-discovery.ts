import { DiscoverModelsDocument, type OfferedList_ModelFragment } from '@/__generated__/graphql'
import type { KnownServer } from '@/features/model/edited-model'
import { fieldOf, toDiscoverInput, type ModelValues } from '@/features/model/model-form'
import { failureOf } from '@/lib/graphql-error'
import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

/** What a server said that it offers. */
export interface Discovery {
  endpointUrl: string
  protocol: ModelValues['protocol']
  offered: readonly OfferedList_ModelFragment[]
}

/** Asks the server in the form which models it offers. What it refuses for a field stands at the field. */
export function useDiscovery(known: KnownServer | null) {
  const { t } = useTranslation('model')
  const form = useFormContext<ModelValues>()
  const [ask, { loading }] = useMutation(DiscoverModelsDocument, { fetchPolicy: 'no-cache' })
  const [found, setFound] = useState<Discovery | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  const discover = async () => {
    if (!(await form.trigger('endpointUrl', { shouldFocus: true }))) return
    const values = form.getValues()
    setRefusal(null)
    try {
      const { data } = await ask({ variables: { input: toDiscoverInput(values, known) } })
      setFound({ ...serverOf(values), offered: data?.discoverModels ?? [] })
    } catch (error) {
      setFound(null)
      const { field, message } = failureOf(error)
      const place = fieldOf(field)
      const typed = place === 'endpointUrl' || (place === 'apiKey' && values.keyAction === 'set')
      if (typed) form.setError(place, { type: 'server', message }, { shouldFocus: true })
      else setRefusal(message || t('unreachable'))
    }
  }
  return { discover, loading, found, refusal }
}

function serverOf({ endpointUrl, protocol }: ModelValues) {
  return { endpointUrl: endpointUrl.trim(), protocol }
}
