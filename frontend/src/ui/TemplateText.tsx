import { templateParts } from '@/lib/template'
import { Fragment } from 'react'

/** How a place for a value looks, wherever a template is shown. */
export const PLACE = 'rounded-[3px] bg-variable-soft text-variable'

interface TemplateTextProps {
  text: string
  /** What stands in the places; a place without a value is shown as it is written. */
  values?: Readonly<Record<string, string>>
}

/** A template with its places marked: as it is written, or with values in them. */
export function TemplateText({ text, values }: TemplateTextProps) {
  return templateParts(text).map((part) => {
    if (part.kind === 'plain')
      return <Fragment key={part.from}>{values ? part.text : text.slice(part.from, part.to)}</Fragment>
    return (
      <mark key={part.from} className={PLACE}>
        {values?.[part.name] ?? text.slice(part.from, part.to)}
      </mark>
    )
  })
}
