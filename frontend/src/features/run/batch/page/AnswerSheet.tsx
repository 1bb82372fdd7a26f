import { BatchAnswersDocument } from '@/__generated__/graphql'
import { isFinal, type BatchState } from '@/features/run/batch/live/batch-state'
import { answersOf } from '@/features/run/batch/live/lane-summary'
import { AnswerBody } from '@/features/run/batch/page/AnswerBody'
import { laneLetter } from '@/lib/lane'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { Sheet } from '@/ui/Sheet'
import { skipToken, useQuery } from '@apollo/client/react'
import { ArrowUpRight, ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** A cell of the table: a message and the place of a lane, both from 0. */
export interface Place {
  position: number
  lane: number
}

interface AnswerSheetProps {
  state: BatchState
  place: Place
  onClose: () => void
}

/** A whole answer beside the table, with its message. */
export function AnswerSheet({ state, place, onClose }: AnswerSheetProps) {
  const { t } = useTranslation('batch')
  const { shape, rows } = state
  const row = rows[place.position]
  const lane = shape.lanes[place.lane]
  const [repeat, setRepeat] = useState(0)
  const answers = row ? answersOf(row, place.lane, shape.iterations) : []
  const ended = answers.filter(({ status }) => isFinal(status)).length

  const { data, error, refetch } = useQuery(
    BatchAnswersDocument,
    row ? { variables: { runId: row.runId }, fetchPolicy: 'network-only' } : skipToken,
  )
  useEffect(() => {
    if (ended > 0) void refetch().catch(() => undefined)
  }, [ended, refetch])

  if (!row || !lane) return null
  const current = answers[repeat]
  const whole = data?.run?.results.find(({ id }) => id === current?.id) ?? null
  const letter = laneLetter(lane.position)
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('answer.title', { number: place.position + 1, letter, name: lane.modelSnapshot.name })}
    >
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line px-5 phone:px-4">
        {shape.iterations > 1 && (
          <>
            <IconButton
              small
              label={t('answer.previous')}
              disabled={repeat === 0}
              onClick={() => setRepeat(repeat - 1)}
              className="-ml-1.5 disabled:opacity-40"
            >
              <ChevronLeft aria-hidden className="size-4" />
            </IconButton>
            <span aria-live="polite" className="text-ink-2 tabular-nums">
              {t('answer.repeat', { number: repeat + 1, total: shape.iterations })}
            </span>
            <IconButton
              small
              label={t('answer.next')}
              disabled={repeat === shape.iterations - 1}
              onClick={() => setRepeat(repeat + 1)}
              className="disabled:opacity-40"
            >
              <ChevronRight aria-hidden className="size-4" />
            </IconButton>
          </>
        )}
        <span className="grow" />
        <Button asChild size="small">
          <Link to={`/runs/${row.runId}`}>
            {t('answer.openRun')}
            <ArrowUpRight aria-hidden className="size-3.5" />
          </Link>
        </Button>
      </div>
      <AnswerBody message={row.message} answer={whole} isMissing={Boolean(error) && !whole} />
    </Sheet>
  )
}
