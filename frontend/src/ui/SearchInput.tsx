import { cn } from '@/lib/cn'
import { Input } from '@/ui/Input'
import { Kbd } from '@/ui/Kbd'
import { useHotkey } from '@/ui/use-hotkey'
import { Search } from 'lucide-react'
import { useRef } from 'react'

const KEY = '/'

interface SearchInputProps {
  label: string
  value: string
  onChange: (value: string) => void
  className?: string
}

/** A field that narrows a list while one types; `/` goes to it, Escape empties it. */
export function SearchInput({ label, value, onChange, className }: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null)
  useHotkey(KEY, () => input.current?.select())
  return (
    <span className={cn('relative block', className)}>
      <Search aria-hidden className="absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-ink-3" />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
        className="pr-8 pl-7 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2">
        <Kbd framed>{KEY}</Kbd>
      </span>
    </span>
  )
}
