import { initialsOf } from '@/features/identity/initials'
import { cn } from '@/lib/cn'
import { useState } from 'react'

interface AvatarProps {
  person: { name: string; picture: string | null }
  className?: string
}

/** A person's picture, or the initials where there is none or it cannot be had. The name stands beside it. */
export function Avatar({ person, className }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null)
  const { name, picture } = person
  return (
    <span
      aria-hidden
      translate="no"
      className={cn(
        'grid size-6 shrink-0 place-items-center overflow-hidden rounded-full border border-line-strong bg-hover text-[10px] font-semibold text-ink-2',
        className,
      )}
    >
      {picture !== null && picture !== broken ? (
        <img src={picture} alt="" className="size-full object-cover" onError={() => setBroken(picture)} />
      ) : (
        initialsOf(name)
      )}
    </span>
  )
}
