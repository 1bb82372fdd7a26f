import listModels from '@/playground/examples/list-models.graphql?raw'
import { ExamplesPanel } from '@/playground/ExamplesPanel'
import { fetcher } from '@/playground/fetcher'
import '@/playground/playground.css'
import { useTheme } from '@/playground/use-theme'
import { explorerPlugin } from '@graphiql/plugin-explorer'
import '@graphiql/plugin-explorer/style.css'
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql'
import 'graphiql/style.css'
import { Lightbulb } from 'lucide-react'

const NAME = 'Assay'
const EXAMPLES = { title: 'Examples', icon: Lightbulb, content: ExamplesPanel }
const PLUGINS = [EXAMPLES, explorerPlugin(), HISTORY_PLUGIN]
const FIRST_TABS = [{ query: listModels }]

/** GraphiQL on this server, with examples that are ready to run. */
export function Playground() {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={PLUGINS}
      visiblePlugin={EXAMPLES}
      defaultTabs={FIRST_TABS}
      forcedTheme={useTheme()}
      defaultEditorToolsVisibility="variables"
      inputValueDeprecation
    >
      <GraphiQL.Logo>
        <a className="graphiql-logo-link" href="/">
          {NAME}
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  )
}
