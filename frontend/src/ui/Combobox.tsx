import { matchWords } from '@/lib/match-words'
import { Popover, PopoverContent, PopoverTrigger } from '@/ui/Popover'
import { Command } from 'cmdk'
import { Check } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'

export interface ComboboxOption {
  value: string
  /** What is searched, and read aloud. */
  label: string
  /** More to search by. */
  keywords?: string[]
  /** What is shown instead of the label. */
  content?: ReactNode
  /** Whether it is shown but cannot be chosen. */
  disabled?: boolean
}

interface ComboboxProps {
  /** The button that opens it. */
  children: ReactNode
  label: string
  searchLabel: string
  emptyLabel: string
  options: readonly ComboboxOption[]
  value?: string | null
  onSelect: (value: string) => void
  onOpen?: () => void
  align?: 'start' | 'end'
  /** Where several are chosen one after another: it stays open, and Backspace without a text takes the last one back. */
  several?: { onTakeBack: () => void; foot: ReactNode }
}

/** One of many, found by typing; arrows and Enter choose. */
export function Combobox(props: ComboboxProps) {
  const { children, label, searchLabel, emptyLabel, options, value, onSelect, onOpen, align = 'start', several } = props
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const turn = (next: boolean) => {
    setOpen(next)
    setTyped('')
    if (next) onOpen?.()
  }
  const choose = (next: string) => {
    if (several) setTyped('')
    else turn(false)
    onSelect(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (several && event.key === 'Backspace' && typed === '' && !event.repeat) several.onTakeBack()
  }
  return (
    <Popover open={open} onOpenChange={turn}>
      <PopoverTrigger asChild>{children}</PopoverTrigger>
      <PopoverContent align={align} className="w-96 max-w-[calc(100vw-16px)]" aria-label={label}>
        <Command label={label} loop filter={fit}>
          <Command.Input
            value={typed}
            onValueChange={setTyped}
            onKeyDown={onKeyDown}
            placeholder={searchLabel}
            className="h-9 w-full border-b border-line bg-transparent px-3 outline-none phone:text-[16px]"
          />
          <Command.List className="max-h-72 overflow-y-auto p-1">
            <Command.Empty className="px-2 py-3 text-ink-3">{emptyLabel}</Command.Empty>
            {options.map((option) => (
              <Command.Item
                key={option.value}
                value={option.value}
                keywords={[option.label, ...(option.keywords ?? [])]}
                disabled={option.disabled ?? false}
                onSelect={choose}
                className="flex min-h-7 items-center gap-2 rounded-s px-2 py-1 data-[disabled=true]:text-ink-3 data-[selected=true]:bg-hover phone:min-h-9"
              >
                <span className="flex min-w-0 grow items-center gap-2">{option.content ?? option.label}</span>
                {option.value === value && <Check aria-hidden className="size-3.5 shrink-0" />}
              </Command.Item>
            ))}
          </Command.List>
          {several?.foot}
        </Command>
      </PopoverContent>
    </Popover>
  )
}

/** The value is an id, which nobody types. */
function fit(_value: string, typed: string, [label = '', ...others]: string[] = []): number {
  return matchWords(typed, label, others)
}
