import type { Template_VersionFragment } from '@/__generated__/graphql'
import { NO_CHECK, type CheckDraft } from '@/features/run/composer/check-draft'
import type { ParameterText } from '@/features/run/composer/parameter-text'
import type { PromptVariable } from '@/lib/variables'

/** A system prompt: typed, or a template's. */
export interface PromptText {
  systemPrompt: string
  /** The template whose text the system prompt is, word for word. */
  template: Template | null
}

/** What is filled in for variables, by name. */
export type Values = Readonly<Record<string, string>>

/** What the next run will ask, while it is being written. Its system prompt is that of all lanes without one of their own. */
export interface Draft extends PromptText {
  lanes: readonly DraftLane[]
  message: string
  /** Also for variables of templates before, that may have the same, and for those of the lanes' own templates. */
  values: Values
  parameters: ParameterText
  iterations: number
  check: CheckDraft
}

export interface DraftLane {
  /** Its letter and colour; it stays with the lane when others go, until the next run counts anew. */
  slot: number
  modelId: string
  parameters: ParameterText
  /** A system prompt of its own, of which an empty text is none at all; null where the lane follows the shared one. */
  prompt: PromptText | null
  /** What is filled in for this lane alone. */
  values: Values
  /** The lane of the shown run whose answers stand below; null once the model was changed. */
  runPosition: number | null
}

export interface Template {
  promptId: string
  versionId: string
  name: string
  number: number
  /** What a run has to fill in. */
  variables: readonly PromptVariable[]
}

/** A version as a template of its prompt. */
export function templateOf(
  prompt: { id: string; name: string },
  version: Omit<Template_VersionFragment, ' $fragmentName'>,
): Template {
  const variables = version.variables.map(({ name: variable, type, description, defaultValue, options }) => ({
    name: variable,
    type,
    description,
    defaultValue,
    options,
  }))
  return { promptId: prompt.id, versionId: version.id, name: prompt.name, number: version.number, variables }
}

export const EMPTY_DRAFT: Draft = {
  lanes: [],
  message: '',
  systemPrompt: '',
  template: null,
  values: {},
  parameters: { temperature: '0.7', maxTokens: '1024' },
  iterations: 1,
  check: NO_CHECK,
}
