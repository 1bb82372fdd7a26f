import { templateParts } from '@/lib/template'
import { PLACE } from '@/ui/TemplateText'
import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'

const MARK = Decoration.mark({ class: PLACE })

/** Marks the places of a template. The text is short, so all of it is read again at each change. */
export const placesMarked = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = marksOf(view)
    }

    update(update: ViewUpdate) {
      if (update.docChanged) this.decorations = marksOf(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function marksOf(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const part of templateParts(view.state.doc.toString())) {
    if (part.kind === 'place') builder.add(part.from, part.to, MARK)
  }
  return builder.finish()
}
