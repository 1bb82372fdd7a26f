import { LabelHistoryDocument, type LabelHistoryQuery } from '@/__generated__/graphql'
import type { PromptRecord } from '@/features/prompt/editor/use-save'
import { LabelBadge } from '@/features/prompt/LabelBadge'
import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { FieldError } from '@/ui/Field'
import { Skeleton } from '@/ui/Skeleton'
import { useFormat } from '@/ui/use-format'
import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'

interface LabelHistoryDialogProps {
  prompt: PromptRecord
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Every move of a label: who, when, from where and to where. */
export function LabelHistoryDialog({ prompt, open, onOpenChange }: LabelHistoryDialogProps) {
  const { t } = useTranslation('prompt')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('labels.history')} description={t('labels.historyText')}>
      <Moves promptId={prompt.id} />
    </Dialog>
  )
}

function Moves({ promptId }: { promptId: string }) {
  const { t } = useTranslation('prompt')
  const { data, error, loading, fetchMore } = useQuery(LabelHistoryDocument, {
    variables: { id: promptId },
    fetchPolicy: 'network-only',
  })
  const history = data?.prompt?.labelHistory
  if (error) return <FieldError>{failureOf(error).message || t('unreachable')}</FieldError>
  if (!history) return <Skeleton className="h-24" />
  if (history.edges.length === 0) return <p className="text-ink-2">{t('labels.noHistory')}</p>
  const { hasNextPage, endCursor } = history.pageInfo
  return (
    <>
      <ol tabIndex={0} aria-label={t('labels.history')} className="max-h-96 overflow-y-auto border-t border-line">
        {history.edges.map(({ node }) => (
          <MoveRow key={node.id} move={node} />
        ))}
      </ol>
      {hasNextPage && (
        <div className="mt-3">
          <Button
            disabled={loading}
            onClick={() => void fetchMore({ variables: { after: endCursor } }).catch(() => null)}
          >
            {t('more.show')}
          </Button>
        </div>
      )}
    </>
  )
}

type Move = NonNullable<LabelHistoryQuery['prompt']>['labelHistory']['edges'][number]['node']

function MoveRow({ move }: { move: Move }) {
  const { t } = useTranslation('prompt')
  const format = useFormat()
  const { label, fromVersion, toVersion, movedAt, movedBy } = move
  const [from, to] = [fromVersion?.number, toVersion?.number]
  const words =
    to === undefined
      ? t('labels.wasTakenOff', { from })
      : from === undefined
        ? t('labels.wasSet', { to })
        : t('labels.wasMoved', { from, to })
  return (
    <li className="border-b border-line py-2">
      <div className="flex items-center gap-2 tabular-nums">
        <LabelBadge name={label} />
        <span>{words}</span>
      </div>
      <p className="mt-0.5 text-small text-ink-3 tabular-nums">
        {movedBy && `${movedBy.name}, `}
        <time dateTime={movedAt}>{format.moment(movedAt)}</time>
      </p>
    </li>
  )
}
