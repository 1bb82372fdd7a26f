import { Tooltip } from '@/ui/Tooltip'
import type { ReactNode } from 'react'

/** A word whose definition appears when it is pointed at or focused. */
export function Term({ children, definition }: { children: ReactNode; definition: string }) {
  return (
    <Tooltip text={definition}>
      <button type="button" className="cursor-help rounded-s hover:text-ink-2">
        {children}
      </button>
    </Tooltip>
  )
}
