import { BatchRowMenu } from '@/features/run/batch/list/BatchRowMenu'
import type { BatchListProps } from '@/features/run/batch/list/BatchTable'
import { ListedProgress } from '@/features/run/batch/list/ListedProgress'
import { useBatchName } from '@/features/run/batch/list/use-batch-name'
import type { ListedBatch } from '@/features/run/batch/list/use-batches'
import { BatchStatus } from '@/features/run/batch/page/BatchStatus'
import { RunLaneTicks } from '@/features/run/history/RunLanes'
import { useAgo } from '@/ui/use-ago'
import { Link } from 'react-router'

/** The batches on a phone. */
export function BatchCards({ list, onRemove }: Pick<BatchListProps, 'list' | 'onRemove'>) {
  return (
    <ul className="-mx-(--gutter)">
      {list.map((batch) => (
        <BatchCard key={batch.id} batch={batch} onRemove={() => onRemove(batch)} />
      ))}
    </ul>
  )
}

function BatchCard({ batch, onRemove }: { batch: ListedBatch; onRemove: () => void }) {
  const ago = useAgo()
  const name = useBatchName(batch)
  const first = batch.runs.nodes[0]
  return (
    <li className="relative border-b border-line">
      <BatchRowMenu
        batchId={batch.id}
        name={name}
        onRemove={onRemove}
        className="absolute top-1.5 right-(--gutter) -mr-1.5"
      />
      <Link to={`/batches/${batch.id}`} className="block px-(--gutter) py-2.5 -outline-offset-2 active:bg-hover">
        <span className="mr-9 mb-0.5 line-clamp-2 prose-wrap">{name}</span>
        <span className="mb-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-small text-ink-2">
          <BatchStatus status={batch.status} />
          {first && <RunLaneTicks run={first} />}
          <time dateTime={batch.createdAt} className="ml-auto text-ink-3">
            {ago(batch.createdAt)}
          </time>
        </span>
        <ListedProgress progress={batch.progress} />
      </Link>
    </li>
  )
}
