import { cn } from '@/lib/cn'
import { IconButton } from '@/ui/IconButton'
import { useDialogFocus } from '@/ui/use-dialog-focus'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface DialogProps {
  open: boolean
  /** Absent where only its own buttons lead out of it. */
  onOpenChange?: (open: boolean) => void
  title: string
  description?: string
  /** Twice as wide, for what has to be compared. */
  wide?: boolean
  children: ReactNode
}

/** Something to finish or leave before the page goes on. The focus is `useDialogFocus`'s. */
export function Dialog({ open, onOpenChange, title, description, wide = false, children }: DialogProps) {
  const { t } = useTranslation('ui')
  const focus = useDialogFocus()
  return (
    <Radix.Root open={open} {...(onOpenChange && { onOpenChange })}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          {...focus}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed top-[10vh] left-1/2 z-40 flex max-h-[80vh] w-[480px] max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col overflow-y-auto rounded-l border border-line-strong bg-raised p-4 shadow-overlay outline-none',
            wide && 'top-[5vh] max-h-[90vh] w-[1080px]',
          )}
        >
          <div className="mb-3 flex items-start gap-2">
            <div className="grow">
              <Radix.Title className="text-section font-semibold">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-ink-2">{description}</Radix.Description>}
            </div>
            {onOpenChange && (
              <Radix.Close asChild>
                <IconButton small label={t('close')} className="-mt-0.5 -mr-1">
                  <X aria-hidden className="size-4" />
                </IconButton>
              </Radix.Close>
            )}
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** The buttons under a dialog, the one that goes on at the right. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-4 flex justify-end gap-2">{children}</div>
}
