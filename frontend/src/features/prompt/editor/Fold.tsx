import { cn } from '@/lib/cn'
import { ChevronRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'

interface FoldProps {
  title: string
  /** What is in it, in a few words, for whoever has it closed. */
  aside?: ReactNode
  /** Whether it begins open. */
  open?: boolean
  children: ReactNode
}

/** A part of a form that few people need. */
export function Fold({ title, aside, open = false, children }: FoldProps) {
  const [shown, setShown] = useState(open)
  const id = useId()
  return (
    <section className="border-b border-line">
      <h2>
        <button
          type="button"
          aria-expanded={shown}
          aria-controls={id}
          onClick={() => setShown(!shown)}
          className="flex h-10 w-full items-center gap-2 rounded-s text-left"
        >
          <ChevronRight aria-hidden className={cn('size-3.5 text-ink-3', shown && 'rotate-90')} />
          <span className="font-semibold">{title}</span>
          <span className="min-w-0 truncate text-small text-ink-3 tabular-nums">{aside}</span>
        </button>
      </h2>
      <div id={id} hidden={!shown} className="pb-4 pl-5.5 phone:pl-0">
        {children}
      </div>
    </section>
  )
}
