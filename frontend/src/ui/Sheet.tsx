import { IconButton } from '@/ui/IconButton'
import { useDialogFocus } from '@/ui/use-dialog-focus'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface SheetProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  children: ReactNode
}

/** A form beside what it is about, as high as the window; on a phone as wide, too. The focus is `useDialogFocus`'s. */
export function Sheet({ open, onOpenChange, title, children }: SheetProps) {
  const { t } = useTranslation('ui')
  const focus = useDialogFocus()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          aria-describedby={undefined}
          {...focus}
          className="fixed inset-y-0 right-0 z-40 flex w-[480px] max-w-full flex-col border-l border-line-strong bg-surface shadow-overlay outline-none phone:w-full phone:border-l-0"
        >
          <div className="flex items-center gap-2 border-b border-line px-5 py-2 phone:px-4">
            <Radix.Title className="min-w-0 grow truncate text-section font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t('close')} className="-mr-1.5">
                <X aria-hidden className="size-4" />
              </IconButton>
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
