/** The labels that most prompts have in the end. */
export const USUAL_LABELS = ['production', 'staging'] as const

/** Whether a label may be called so: letters, digits, `.`, `_` and `-`, the first a letter or digit. */
export function isLabel(name: string): boolean {
  return /^[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}._-]{0,49}$/u.test(name)
}
