import type { Example } from '@/playground/example'
import listModels from '@/playground/examples/list-models.graphql?raw'
import { PROMPT_EXAMPLES } from '@/playground/prompt-examples'
import { RUN_EXAMPLES } from '@/playground/run-examples'
import { useOpenExample } from '@/playground/use-open-example'
import { useState } from 'react'

const LIST_MODELS: Example = { title: 'List models', text: 'Whom a run can ask.', document: listModels }
const EXAMPLES = [LIST_MODELS, ...RUN_EXAMPLES, ...PROMPT_EXAMPLES]

const WORDS = {
  title: 'Examples',
  hint: 'What only reads runs at once. What changes something opens with its variables filled in: run it with Ctrl+Enter.',
}

/** GraphiQL's panel of operations that are ready to run. */
export function ExamplesPanel() {
  const open = useOpenExample()
  const [problem, setProblem] = useState<string>()
  const choose = (example: Example) => {
    setProblem(undefined)
    open(example).catch((error: unknown) => setProblem(String(error)))
  }
  return (
    <section className="examples" aria-label={WORDS.title}>
      <h2>{WORDS.title}</h2>
      <p>{WORDS.hint}</p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <ul>
        {EXAMPLES.map((example) => (
          <li key={example.title}>
            <button type="button" onClick={() => choose(example)}>
              <strong>{example.title}</strong>
              <span>{example.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
