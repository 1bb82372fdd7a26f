import { getOperationAST, parse, type OperationDefinitionNode } from 'graphql'

/** The named operation of a document, or its only one. Null where there is none, or where the document is broken. */
export function operationOf(document: string, name?: string | null): OperationDefinitionNode | null | undefined {
  try {
    return getOperationAST(parse(document), name)
  } catch {
    return null
  }
}
