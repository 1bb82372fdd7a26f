import { Button } from '@/ui/Button'
import { Tooltip } from '@/ui/Tooltip'
import type { ComponentProps, ReactNode } from 'react'

interface IconButtonProps extends Omit<ComponentProps<typeof Button>, 'aria-label' | 'size'> {
  /** Its name, for a screen reader and as the tooltip. */
  label: string
  /** The key that does the same. */
  hint?: ReactNode
  small?: boolean
}

/** A button that shows only a picture. */
export function IconButton({ label, hint, small, look = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} hint={hint}>
      <Button aria-label={label} look={look} size={small ? 'small-icon' : 'icon'} {...rest} />
    </Tooltip>
  )
}
