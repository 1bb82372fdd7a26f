import { Toaster as Sonner } from 'sonner'

/** Where toasts appear: what happened elsewhere, never what the eye is on already. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      style={{ fontFamily: 'inherit' }}
      mobileOffset={{ bottom: 72 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-m border border-line-strong bg-raised px-3 py-2.5 text-base text-ink shadow-overlay',
          description: 'text-small text-ink-2',
          actionButton: 'ml-auto shrink-0 font-medium whitespace-nowrap text-accent',
        },
      }}
    />
  )
}
