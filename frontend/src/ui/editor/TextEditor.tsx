import { placesMarked } from '@/ui/editor/places-marked'
import { cn } from '@/lib/cn'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { Annotation, Compartment, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, placeholder as placeholderShown } from '@codemirror/view'
import { useEffect, useEffectEvent, useRef } from 'react'

interface TextEditorProps {
  label: string
  value: string
  onChange: (text: string) => void
  placeholder?: string
  invalid?: boolean
  describedBy?: string | undefined
  className?: string
}

/** A change that came from outside, which nobody needs to be told of. */
const FROM_OUTSIDE = Annotation.define<boolean>()

const LOOKS = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '20px' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)', minHeight: 'var(--editor-min, 240px)' },
  '.cm-line': { padding: '0 12px' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 24%, transparent)',
  },
})

/** A text of a prompt: long lines wrap, places for values are marked, Tab goes on to the next control. */
export function TextEditor(props: TextEditorProps) {
  const { label, value, onChange, placeholder = '', invalid = false, describedBy, className } = props
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const attributes = useRef(new Compartment())
  const changed = useEffectEvent((text: string) => onChange(text))
  const attributesNow = () =>
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-multiline': 'true',
      ...(invalid && { 'aria-invalid': 'true' }),
      ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
      spellcheck: 'false',
    })
  const state = useEffectEvent(() =>
    EditorState.create({
      doc: value,
      extensions: [
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        keymap.of([...defaultKeymap, ...historyKeymap]),
        placeholderShown(placeholder),
        placesMarked,
        LOOKS,
        attributes.current.of(attributesNow()),
        EditorView.updateListener.of((update) => {
          const outside = update.transactions.some((transaction) => transaction.annotation(FROM_OUTSIDE))
          if (update.docChanged && !outside) changed(update.state.doc.toString())
        }),
      ],
    }),
  )

  useEffect(() => {
    const parent = host.current
    if (!parent) return
    const made = new EditorView({ state: state(), parent })
    view.current = made
    return () => {
      view.current = null
      made.destroy()
    }
  }, [])

  useEffect(() => {
    const shown = view.current?.state.doc
    if (!shown || shown.toString() === value) return
    view.current?.dispatch({
      changes: { from: 0, to: shown.length, insert: value },
      annotations: FROM_OUTSIDE.of(true),
    })
  }, [value])

  const reconfigure = useEffectEvent(() =>
    view.current?.dispatch({ effects: attributes.current.reconfigure(attributesNow()) }),
  )
  useEffect(() => {
    reconfigure()
  }, [label, invalid, describedBy])

  return (
    <div
      ref={host}
      className={cn(
        'overflow-hidden rounded-m border border-line-control bg-surface font-mono has-focus-visible:outline-2 has-focus-visible:outline-offset-0 has-focus-visible:outline-accent',
        invalid && 'border-bad',
        className,
      )}
    />
  )
}
