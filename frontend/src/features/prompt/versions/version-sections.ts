import { bodyOf, draftOf, variablesOf, type VersionBody } from '@/features/prompt/editor/prompt-draft'
import type { PromptVariable } from '@/lib/variables'

/** A part of what a version says, as lines of text. */
export interface Section {
  name: 'content' | 'turns' | 'variables' | 'settings' | 'tools'
  text: string
}

/** All that a version says, part by part, so that two can be compared line by line. */
export function sectionsOf(version: VersionBody): Section[] {
  const draft = draftOf(version)
  const body = bodyOf(draft)
  return [
    { name: 'content', text: body.content },
    { name: 'variables', text: variablesOf(draft).flatMap(variableLines).join('\n') },
    { name: 'settings', text: settingLines(version, body.parameters ?? {}).join('\n') },
    { name: 'turns', text: version.exampleTurns.map(({ user, assistant }) => `> ${user}\n< ${assistant}`).join('\n') },
    { name: 'tools', text: body.tools === null ? '' : JSON.stringify(body.tools, null, 2) },
  ]
}

/** One line tells a variable; its options and what it means follow, where there are any. */
function variableLines({ name, type, defaultValue, options, description }: PromptVariable): string[] {
  const value = defaultValue === null ? '' : ` = ${JSON.stringify(defaultValue)}`
  return [
    `${name}: ${type.toLowerCase().replace('_', ' ')}${value}`,
    ...(options.length > 0 ? [`  ${options.map((option) => JSON.stringify(option)).join(' | ')}`] : []),
    ...(description === '' ? [] : [`  ${description}`]),
  ]
}

function settingLines(version: VersionBody, parameters: object): string[] {
  const model = version.suggestedModel ? [`model: ${version.suggestedModel.name}`] : []
  return [
    ...model,
    ...Object.entries(parameters).flatMap(([name, value]) => {
      const text = typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value)
      return `${name}: ${text}`.split('\n')
    }),
  ]
}
