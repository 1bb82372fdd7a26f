import type { ListedBatch } from '@/features/run/batch/list/use-batches'
import { useBatchName } from '@/features/run/batch/list/use-batch-name'
import { BatchStatus } from '@/features/run/batch/page/BatchStatus'
import { ListedProgress } from '@/features/run/batch/list/ListedProgress'
import { Took } from '@/features/run/batch/list/Took'
import { RunLanes } from '@/features/run/history/RunLanes'
import { batchLinkId } from '@/features/run/batch/list/use-batch-cursor'
import { BatchRowMenu } from '@/features/run/batch/list/BatchRowMenu'
import { cn } from '@/lib/cn'
import { Cell, HeadCell, Table } from '@/ui/Table'
import { Term } from '@/ui/Term'
import { useAgo } from '@/ui/use-ago'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** The batches of a page, and what is done with them. */
export interface BatchListProps {
  list: readonly ListedBatch[]
  /** The batch that the keys act on; null for none. */
  cursor: string | null
  onCursor: (id: string) => void
  onRemove: (batch: ListedBatch) => void
}

export function BatchTable({ list, cursor, onCursor, onRemove }: BatchListProps) {
  const { t } = useTranslation('batch')
  return (
    <Table>
      <colgroup>
        <col className="w-28" />
        <col />
        <col className="w-64 roomy:w-80" />
        <col className="w-24" />
        <col className="w-56" />
        <col className="w-28" />
        <col className="w-32" />
      </colgroup>
      <thead>
        <tr>
          <HeadCell className="pl-3">{t('list.column.status')}</HeadCell>
          <HeadCell>{t('list.column.batch')}</HeadCell>
          <HeadCell>{t('list.column.lanes')}</HeadCell>
          <HeadCell end>{t('list.column.messages')}</HeadCell>
          <HeadCell className="pl-3">
            <Term definition={t('list.definition.progress')}>{t('list.column.progress')}</Term>
          </HeadCell>
          <HeadCell end>
            <Term definition={t('list.definition.took')}>{t('list.column.took')}</Term>
          </HeadCell>
          <HeadCell end className="pr-3 last:pr-3">
            {t('list.column.at')}
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {list.map((batch) => (
          <BatchTableRow
            key={batch.id}
            batch={batch}
            current={batch.id === cursor}
            onFocus={() => onCursor(batch.id)}
            onRemove={() => onRemove(batch)}
          />
        ))}
      </tbody>
    </Table>
  )
}

interface BatchTableRowProps {
  batch: ListedBatch
  current: boolean
  onFocus: () => void
  onRemove: () => void
}

/** A batch in one line. All of it is a link to the batch. */
function BatchTableRow({ batch, current, onFocus, onRemove }: BatchTableRowProps) {
  const format = useFormat()
  const ago = useAgo()
  const name = useBatchName(batch)
  const first = batch.runs.nodes[0]
  return (
    <tr
      aria-current={current || undefined}
      className={cn(
        'group relative',
        current ? 'bg-accent-soft shadow-[inset_2px_0_var(--accent)]' : 'hover:bg-hover/60',
      )}
    >
      <Cell className="pl-3">
        <BatchStatus status={batch.status} />
      </Cell>
      <Cell>
        <span className="flex items-center gap-1">
          <Link
            id={batchLinkId(batch.id)}
            to={`/batches/${batch.id}`}
            onFocus={onFocus}
            className="min-w-0 grow truncate outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {name}
          </Link>
          <BatchRowMenu
            batchId={batch.id}
            name={name}
            onRemove={onRemove}
            className={cn(
              'relative z-1 -my-1',
              !current && 'opacity-0 group-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100',
            )}
          />
        </span>
      </Cell>
      <Cell>{first && <RunLanes run={first} named={1} />}</Cell>
      <Cell end>{format.count(batch.runs.totalCount)}</Cell>
      <Cell className="pl-3">
        <ListedProgress progress={batch.progress} />
      </Cell>
      <Cell end>
        <Took batch={batch} />
      </Cell>
      <Cell end className="pr-3 last:pr-3">
        <time dateTime={batch.createdAt} title={format.moment(batch.createdAt)}>
          {ago(batch.createdAt)}
        </time>
      </Cell>
    </tr>
  )
}
