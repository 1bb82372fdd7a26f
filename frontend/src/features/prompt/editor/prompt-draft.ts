import type { CreatePromptInput, PromptBody_VersionFragment, UpdatePromptInput } from '@/__generated__/graphql'
import { readParameters, readTools } from '@/features/prompt/editor/json-fields'
import { variableNames } from '@/lib/template'
import type { PromptVariable, VariableType } from '@/lib/variables'

export type VersionBody = Omit<PromptBody_VersionFragment, ' $fragmentName'>

export interface Turn {
  user: string
  assistant: string
}

/** What is known of a variable, as it is typed. */
export interface VariableInfo {
  type: VariableType
  description: string
  /** Empty for none: a run must then give a value. */
  defaultValue: string
  /** A line each. */
  options: string
}

/** What the next version of a prompt would say, as it is typed. */
export interface PromptDraft {
  content: string
  turns: readonly Turn[]
  /** By name, also of variables that have left the text: they may come back. */
  about: Readonly<Record<string, VariableInfo>>
  modelId: string | null
  /** JSON; empty for none. */
  parameters: string
  /** JSON; empty for none. */
  tools: string
}

export const UNKNOWN_VARIABLE: VariableInfo = { type: 'TEXT', description: '', defaultValue: '', options: '' }

export const EMPTY_DRAFT: PromptDraft = { content: '', turns: [], about: {}, modelId: null, parameters: '', tools: '' }

export function draftOf(version: VersionBody): PromptDraft {
  const about = version.variables.map(
    ({ name, type, description, defaultValue, options }) =>
      [name, { type, description, defaultValue: defaultValue ?? '', options: options.join('\n') }] as const,
  )
  return {
    content: version.content,
    turns: version.exampleTurns.map(({ user, assistant }) => ({ user, assistant })),
    about: Object.fromEntries(about),
    modelId: version.suggestedModel?.id ?? null,
    parameters: parametersText(version.parameters),
    tools: version.tools === null ? '' : JSON.stringify(version.tools, null, 2),
  }
}

/** Those that are set, as people read them. */
function parametersText(parameters: VersionBody['parameters']): string {
  const set = Object.entries(parameters).filter(([name, value]) => name !== '__typename' && value !== null)
  return set.length === 0 ? '' : JSON.stringify(Object.fromEntries(set), null, 2)
}

/** The variables of a draft, in the order in which they first stand in its texts. */
export function variablesOf({ content, turns, about }: PromptDraft): PromptVariable[] {
  const names = variableNames(content, ...turns.flatMap(({ user, assistant }) => [user, assistant]))
  return names.map((name) => {
    const { type, description, defaultValue, options } = about[name] ?? UNKNOWN_VARIABLE
    return {
      name,
      type,
      description: description.trim(),
      defaultValue: defaultValue === '' ? null : defaultValue,
      options: type === 'CHOICE' ? optionsOf(options) : [],
    }
  })
}

/** The options of a text, a line each, each once. */
export function optionsOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

type Body = Required<
  Pick<UpdatePromptInput, 'exampleTurns' | 'variables' | 'suggestedModelId' | 'parameters' | 'tools'>
> & { content: string }

/** What a draft says, as it is sent. JSON that is wrong counts as none: nobody sends a draft that has some. */
export function bodyOf(draft: PromptDraft): Body {
  const parameters = readParameters(draft.parameters)
  const tools = readTools(draft.tools)
  return {
    content: draft.content,
    exampleTurns: draft.turns.map(({ user, assistant }) => ({ user, assistant })),
    variables: variablesOf(draft).map((variable) => ({ ...variable, options: [...variable.options] })),
    suggestedModelId: draft.modelId,
    parameters: 'problem' in parameters ? null : parameters.value,
    tools: 'problem' in tools ? null : tools.value,
  }
}

export type BodyField = keyof Body

const FIELDS = [
  'content',
  'exampleTurns',
  'variables',
  'suggestedModelId',
  'parameters',
  'tools',
] as const satisfies BodyField[]

/** The fields by which two drafts say different things. */
export function changedFields(before: PromptDraft, after: PromptDraft): BodyField[] {
  const [a, b] = [bodyOf(before), bodyOf(after)]
  return FIELDS.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))
}

/** What is sent to make one draft of another: what differs and nothing else. */
export function changesOf(before: PromptDraft, after: PromptDraft): Partial<Body> {
  const body = bodyOf(after)
  return Object.fromEntries(changedFields(before, after).map((field) => [field, body[field]]))
}

/** A new prompt's first version; what is not there is left out. */
export function firstBody(draft: PromptDraft): Pick<CreatePromptInput, 'content'> & Partial<CreatePromptInput> {
  return { content: draft.content, ...changesOf({ ...EMPTY_DRAFT, content: draft.content }, draft) }
}

/** Whether anything was typed that a save would lose, also where it says nothing yet. */
export function isSame(a: PromptDraft, b: PromptDraft): boolean {
  return (
    changedFields(a, b).length === 0 && a.parameters.trim() === b.parameters.trim() && a.tools.trim() === b.tools.trim()
  )
}

/** The places of a draft by which each field of its body is typed. */
const TYPED: Record<BodyField, readonly (keyof PromptDraft)[]> = {
  content: ['content'],
  exampleTurns: ['turns'],
  variables: ['about'],
  suggestedModelId: ['modelId'],
  parameters: ['parameters'],
  tools: ['tools'],
}

/** What two people made of one draft, but for the content: mine where I changed something, else theirs. */
export function mergeDrafts(base: PromptDraft, mine: PromptDraft, theirs: PromptDraft) {
  const my = changedFields(base, mine)
  const their = changedFields(base, theirs)
  const taken = my.filter((field) => field !== 'content').flatMap((field) => TYPED[field])
  const kept = Object.fromEntries(taken.map((field) => [field, mine[field]])) as Partial<PromptDraft>
  const between = changedFields(mine, theirs)
  return {
    draft: { ...theirs, ...kept, about: { ...theirs.about, ...(my.includes('variables') ? mine.about : {}) } },
    /** The fields, but for the content, that both changed in different ways. */
    both: my.filter((field) => field !== 'content' && their.includes(field) && between.includes(field)),
  }
}
