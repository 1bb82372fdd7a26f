import { cn } from '@/lib/cn'
import { FieldError } from '@/ui/Field'
import { Textarea } from '@/ui/Textarea'
import { useId } from 'react'

interface TextAreaProps {
  label: string
  value: string
  placeholder: string
  error: string | undefined
  onChange: (text: string) => void
  className?: string
}

/** A text of the composer: no edge until it is pointed at, for the hairlines around the panel are edge enough. */
export function TextArea({ label, value, placeholder, error, onChange, className }: TextAreaProps) {
  const id = useId()
  return (
    <>
      <Textarea
        aria-label={label}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : id}
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        className={cn(
          '-mx-2 min-h-[120px] w-[calc(100%+16px)] grow border-transparent hover:border-line-strong focus-visible:outline-offset-0 phone:mx-0 phone:w-full phone:border-line-control',
          className,
        )}
      />
      {error !== undefined && <FieldError id={id}>{error}</FieldError>}
    </>
  )
}
