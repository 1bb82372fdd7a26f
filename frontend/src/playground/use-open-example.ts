import type { Example } from '@/playground/example'
import { latest } from '@/playground/latest'
import { operationOf } from '@/playground/operation'
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { OperationTypeNode } from 'graphql'

/** Opens an example in a tab of its own, with its variables filled in. What only reads also runs; what changes waits. */
export function useOpenExample(): (example: Example) => Promise<void> {
  const actions = useGraphiQLActions()
  const tabs = useGraphiQL((state) => state.tabs)
  const queryEditor = useGraphiQL((state) => state.queryEditor)
  const variableEditor = useGraphiQL((state) => state.variableEditor)

  return async ({ document, variables }) => {
    const filled = await variables?.(await latest())
    const known = tabs.findIndex(({ query }) => query === document)
    actions.stop()
    if (known >= 0) actions.changeTab(known)
    else actions.addTab()
    queryEditor?.setValue(document)
    variableEditor?.setValue(filled ? JSON.stringify(filled, null, 2) : '')
    const operation = operationOf(document)
    actions.setOperationName(operation?.name?.value ?? '')
    if (operation?.operation !== OperationTypeNode.MUTATION) actions.run()
  }
}
