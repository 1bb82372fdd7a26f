import { cn } from '@/lib/cn'
import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import { useRef, type ComponentProps, type ReactNode } from 'react'

const ITEM =
  'flex h-7 cursor-default items-center gap-2 rounded-s px-2 outline-none select-none data-disabled:text-ink-3 data-highlighted:bg-hover phone:h-9'

/** Not modal: a modal one hides the page from screen readers while focusable controls stay in it. */
export function Menu(props: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root modal={false} {...props} />
}

export const MenuTrigger = Radix.Trigger
export const MenuRadioGroup = Radix.RadioGroup

/** Keeps the focus while it is open: a toast that goes gives it back to wherever it was, which would close the menu. */
export function MenuContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  const content = useRef<HTMLDivElement>(null)
  const keepFocus = (event: Event) => {
    event.preventDefault()
    content.current?.focus()
  }
  return (
    <Radix.Portal>
      <Radix.Content
        ref={content}
        onFocusOutside={keepFocus}
        align="end"
        sideOffset={4}
        collisionPadding={8}
        className={cn('z-50 min-w-40 rounded-m border border-line-strong bg-raised p-1 shadow-overlay', className)}
        {...rest}
      />
    </Radix.Portal>
  )
}

export function MenuItem({ className, ...rest }: ComponentProps<typeof Radix.Item>) {
  return <Radix.Item className={cn(ITEM, className)} {...rest} />
}

export function MenuRadioItem({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Radix.RadioItem value={value} className={ITEM}>
      <span className="grow">{children}</span>
      <Radix.ItemIndicator>
        <Check aria-hidden className="size-3.5" />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-0.5 text-label font-medium text-ink-3">{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
}
