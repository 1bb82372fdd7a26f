import { cn } from '@/lib/cn'
import type { ComponentProps } from 'react'

/** Rows with one hairline each and no vertical rules. Give the columns widths by a `colgroup`. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return <table className={cn('w-full table-fixed border-collapse', className)} {...rest} />
}

/** `end` puts numbers at the right. */
interface CellProps {
  end?: boolean
}

export function HeadCell({ end, className, ...rest }: ComponentProps<'th'> & CellProps) {
  return (
    <th
      scope="col"
      className={cn(
        'border-b border-line py-1.5 pr-3 text-label font-medium whitespace-nowrap text-ink-3 last:pr-0',
        end ? 'text-right' : 'text-left',
        className,
      )}
      {...rest}
    />
  )
}

export function Cell({ end, className, ...rest }: ComponentProps<'td'> & CellProps) {
  return (
    <td
      className={cn(
        'truncate border-b border-line py-[7px] pr-3 align-middle last:pr-0',
        end ? 'text-right' : 'text-left',
        className,
      )}
      {...rest}
    />
  )
}
