import { RerunFromHistoryDocument } from '@/__generated__/graphql'
import { failureOf } from '@/lib/graphql-error'
import { useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { toast } from 'sonner'

/** Starts a run like an earlier one and goes to it. One at a time; a refusal is said in a toast. */
export function useRerunMutation(): (runId: string) => void {
  const { t } = useTranslation('history')
  const navigate = useNavigate()
  const [rerun, { loading }] = useMutation(RerunFromHistoryDocument, {
    // Every list of runs may begin otherwise now.
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'runs' }),
    onCompleted: (data) => void navigate(`/runs/${data.rerun.id}`),
    onError: (error) =>
      void toast.error(t('rerun.failed'), { description: failureOf(error).message || t('unreachable') }),
  })
  return (runId) => {
    if (!loading) void rerun({ variables: { runId } })
  }
}
