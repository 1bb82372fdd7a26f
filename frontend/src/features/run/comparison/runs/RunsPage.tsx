import { RunDocument } from '@/__generated__/graphql'
import { CompareRuns } from '@/features/run/comparison/runs/CompareRuns'
import { RunMissing, ServerUnreachable } from '@/features/run/EmptyScreens'
import { failureOf } from '@/lib/graphql-error'
import { DocumentTitle } from '@/ui/DocumentTitle'
import { PageBody } from '@/ui/PageBody'
import { PageTitle } from '@/ui/PageTitle'
import { Skeleton } from '@/ui/Skeleton'
import { skipToken, useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'

/** The page of `/runs/compare?a=…&b=…`: two runs, what they asked and what came of it. */
export function RunsPage() {
  const { t } = useTranslation('run')
  const [params] = useSearchParams()
  const a = useRun(params.get('a'))
  const b = useRun(params.get('b'))
  const error = a.error ?? b.error
  if (a.run && b.run) return <CompareRuns a={a.run} b={b.run} />
  if (error && failureOf(error).code === 'UNREACHABLE') {
    const again = () => void Promise.allSettled([a.refetch(), b.refetch()])
    return (
      <PageBody className="grid">
        <ServerUnreachable onRetry={again} />
      </PageBody>
    )
  }
  if (error || a.missing || b.missing) {
    return (
      <PageBody className="grid">
        <DocumentTitle title={t('runs.title')} />
        <RunMissing />
      </PageBody>
    )
  }
  return (
    <PageBody>
      <PageTitle title={t('runs.title')} />
      <Skeleton className="mb-3 h-24" />
      <Skeleton className="h-64" />
    </PageBody>
  )
}

function useRun(id: string | null) {
  const { data, error, refetch, loading } = useQuery(RunDocument, id === null ? skipToken : { variables: { id } })
  const run = data?.run ?? null
  return { run, error, refetch, missing: id === null || (!loading && run === null) }
}
