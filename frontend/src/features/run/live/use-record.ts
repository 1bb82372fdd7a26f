import {
  RunRecordDocument,
  ShareRunDocument,
  UnshareRunDocument,
  UpdateRecordDocument,
  type UpdateRunInput,
} from '@/__generated__/graphql'
import { copyText } from '@/lib/clipboard'
import { failureOf } from '@/lib/graphql-error'
import { skipToken, useMutation, useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** What its owner made of a run: notes, the best answer, whether others may read it. Null `record` until it is known. */
export function useRecord(runId: string | null) {
  const { t } = useTranslation('run')
  const { data } = useQuery(
    RunRecordDocument,
    runId === null ? skipToken : { variables: { id: runId }, fetchPolicy: 'cache-and-network', errorPolicy: 'ignore' },
  )
  const [update] = useMutation(UpdateRecordDocument)
  const [share, sharing] = useMutation(ShareRunDocument)
  const [unshare, unsharing] = useMutation(UnshareRunDocument)
  const record = data?.run?.id === runId ? data.run : null

  const refused = (title: string) => (error: unknown) => {
    toast.error(title, { description: failureOf(error).message || t('trouble.unreachable') })
    return false
  }
  const change = (input: Omit<UpdateRunInput, 'runId'>) =>
    runId === null
      ? Promise.resolve(false)
      : update({ variables: { input: { runId, ...input } } }).then(() => true, refused(t('record.notSaved')))

  return {
    record,
    busy: sharing.loading || unsharing.loading,
    /** Tells whether they were kept. */
    note: (notes: string) => change({ notes }),
    /** Marks an answer as the best, or takes the mark back. */
    choose: (resultId: string | null) => change({ winnerId: resultId }),
    copyLink: async () => {
      if (await copyText(linkOf(runId))) toast.success(t('race.linkCopied'))
      else toast.error(t('lane.notCopied'))
    },
    /** Shares the run and copies its link; the copy begins within the click, as browsers demand. */
    share: async () => {
      if (runId === null) return
      const copying = copyText(linkOf(runId))
      const shared = await share({ variables: { runId } }).then(() => true, refused(t('share.failed')))
      if (shared) toast.success((await copying) ? t('share.done') : t('share.doneNotCopied'))
    },
    withdraw: async () => {
      if (runId === null) return
      const withdrawn = await unshare({ variables: { runId } }).then(() => true, refused(t('share.notWithdrawn')))
      if (withdrawn) toast(t('share.withdrawn'))
    },
  }
}

export type RecordOfRun = ReturnType<typeof useRecord>

function linkOf(runId: string | null): string {
  return `${window.location.origin}/runs/${runId ?? ''}`
}
