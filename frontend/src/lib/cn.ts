import { clsx, type ClassValue } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

// The sizes of our own type scale, so that `text-label` is not taken for a colour.
const merge = extendTailwindMerge({
  extend: {
    classGroups: { 'font-size': [{ text: ['label', 'small', 'base', 'section', 'title', 'timer'] }] },
  },
})

/** Class names joined; of two that set the same thing the later wins. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values))
}
