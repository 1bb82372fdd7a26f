import type { ReactNode } from 'react'

interface CheckboxProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

/** One of several that may hold at once, as a line of a menu. */
export function Checkbox({ checked, onChange, children }: CheckboxProps) {
  return (
    <label className="flex h-7 items-center gap-2 rounded-s px-2 hover:bg-hover has-focus-visible:bg-hover phone:h-9">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-3.5 accent-accent-fill"
      />
      {children}
    </label>
  )
}
