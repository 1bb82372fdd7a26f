import type { Example } from '@/playground/example'
import changePrompt from '@/playground/examples/change-prompt.graphql?raw'
import listPrompts from '@/playground/examples/list-prompts.graphql?raw'
import newPrompt from '@/playground/examples/new-prompt.graphql?raw'
import rollBackPrompt from '@/playground/examples/roll-back-prompt.graphql?raw'
import type { Latest } from '@/playground/latest'

export const PROMPT_EXAMPLES: readonly Example[] = [
  { title: 'List prompts', text: 'With all their versions.', document: listPrompts },
  {
    title: 'Create a prompt',
    text: 'With its first version.',
    document: newPrompt,
    variables: () => ({
      input: { name: `Playground ${new Date().toISOString()}`, content: 'You answer in one sentence.' },
    }),
  },
  {
    title: 'Change the newest prompt',
    text: 'Makes the next version of the prompt that was changed last.',
    document: changePrompt,
    variables: change,
  },
  {
    title: 'Roll back the newest prompt',
    text: 'Makes a version with the content of the one before.',
    document: rollBackPrompt,
    variables: rollBack,
  },
]

function change(latest: Latest) {
  const { id, currentVersion } = newestPrompt(latest)
  const content = `${currentVersion.content}\nYou name your sources.`
  return { input: { id, baseVersionNumber: currentVersion.number, content, message: 'Sources' } }
}

function rollBack(latest: Latest) {
  const { id, currentVersion } = newestPrompt(latest)
  return { promptId: id, versionNumber: Math.max(1, currentVersion.number - 1) }
}

function newestPrompt({ prompt }: Latest) {
  if (prompt === undefined) throw new Error('There is no prompt yet: create one first.')
  return prompt
}
