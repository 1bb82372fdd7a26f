/** What a prompt's page shows beside its versions: the whole of its address but for the prompt. */
export type PromptView =
  | { kind: 'edit' }
  | { kind: 'versions' }
  /** Two versions; where one is not named, the newest two are meant. */
  | { kind: 'compare'; from: number | null; to: number | null; split: boolean }

/** Reads an address; what makes no sense in it is left out. */
export function parseView(params: URLSearchParams): PromptView {
  const kind = params.get('view')
  if (kind === 'versions') return { kind }
  if (kind !== 'compare') return { kind: 'edit' }
  return {
    kind,
    from: versionOf(params.get('from')),
    to: versionOf(params.get('to')),
    split: params.get('diff') !== 'inline',
  }
}

/** The address of a view; `parseView` reads it back. */
export function formatView(view: PromptView): URLSearchParams {
  const params = new URLSearchParams()
  if (view.kind === 'edit') return params
  params.set('view', view.kind)
  if (view.kind === 'versions') return params
  if (view.from !== null) params.set('from', String(view.from))
  if (view.to !== null) params.set('to', String(view.to))
  if (!view.split) params.set('diff', 'inline')
  return params
}

/** Which two versions are compared, of so many. */
export function comparedVersions(view: PromptView & { kind: 'compare' }, newest: number): { from: number; to: number } {
  const to = Math.min(view.to ?? newest, newest)
  const from = Math.min(view.from ?? Math.max(1, to - 1), newest)
  return { from, to }
}

function versionOf(text: string | null): number | null {
  const number = Number(text)
  return text !== null && Number.isSafeInteger(number) && number >= 1 ? number : null
}
