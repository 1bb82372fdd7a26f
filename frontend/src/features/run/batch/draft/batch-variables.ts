import type { Draft } from '@/features/run/composer/draft'
import type { PromptVariable } from '@/lib/variables'

/** The variables that columns can fill, each once. What is filled in for all messages holds where a message says nothing. */
export function variablesToFill(draft: Draft): PromptVariable[] {
  const templates = [draft.template, ...draft.lanes.map(({ prompt }) => prompt?.template ?? null)]
  const byName = new Map<string, PromptVariable>()
  for (const variable of templates.flatMap((template) => template?.variables ?? [])) {
    const shared = draft.values[variable.name] ?? ''
    if (byName.has(variable.name)) continue
    byName.set(variable.name, shared === '' ? variable : { ...variable, defaultValue: shared })
  }
  return [...byName.values()]
}
