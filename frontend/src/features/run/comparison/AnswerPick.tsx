import { copyText } from '@/lib/clipboard'
import { laneLetter } from '@/lib/lane'
import { IconButton } from '@/ui/IconButton'
import { LaneChip } from '@/ui/LaneChip'
import { Select } from '@/ui/Select'
import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** A text that can be compared. */
export interface Answer {
  id: string
  position: number
  name: string
  /** Whom it was asked of. */
  model: string
  /** Which repeat of its lane it is; null where there is only one. */
  iteration: number | null
  text: string
}

interface AnswerPickProps {
  label: string
  answers: readonly Answer[]
  answer: Answer
  onPick: (id: string) => void
}

/** Which answer stands on one side of the diff; it can be copied from there. */
export function AnswerPick({ label, answers, answer, onPick }: AnswerPickProps) {
  const { t } = useTranslation('run')
  const nameOf = ({ position, name, iteration }: Answer) => {
    const words = `${laneLetter(position)} ${name}`
    return iteration === null ? words : `${words}, ${t('comparison.repeat', { number: iteration })}`
  }
  const copy = async () => {
    if (await copyText(answer.text)) toast.success(t('lane.copied'))
    else toast.error(t('lane.notCopied'))
  }
  return (
    <div className="flex min-w-0 items-center gap-2 px-3 py-1">
      <LaneChip position={answer.position} />
      <Select
        aria-label={label}
        value={answer.id}
        onChange={(event) => onPick(event.target.value)}
        className="max-w-80 min-w-0 grow"
      >
        {answers.map((other) => (
          <option key={other.id} value={other.id}>
            {nameOf(other)}
          </option>
        ))}
      </Select>
      <span className="grow" />
      <IconButton small label={t('diff.copy', { name: nameOf(answer) })} onClick={() => void copy()}>
        <Copy aria-hidden className="size-3.5" />
      </IconButton>
    </div>
  )
}
