// The page's own documents, as its client sends them: with their fragments, and __typename in every selection.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kind, parse, print, visit } from 'graphql'
import { ROOT } from '../start/jar.mjs'

const FEATURES = join(ROOT, 'frontend/src/features')
const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

/** The texts of operations by their names. */
export function pageDocuments(...names) {
  const all = definitions()
  return Object.fromEntries(names.map((name) => [name, textOf(all, name)]))
}

function definitions() {
  const files = readdirSync(FEATURES, { recursive: true }).filter((file) => file.endsWith('.graphql'))
  const all = files.flatMap((file) => parse(readFileSync(join(FEATURES, file), 'utf8')).definitions)
  return new Map(all.map((definition) => [definition.name.value, definition]))
}

function textOf(all, name) {
  const wanted = new Set([name])
  // A set's loop also comes by what is added meanwhile.
  for (const each of wanted) visit(all.get(each), { FragmentSpread: (spread) => void wanted.add(spread.name.value) })
  const document = { kind: Kind.DOCUMENT, definitions: [...wanted].map((each) => all.get(each)) }
  return print(visit(document, { Directive: unmasked, SelectionSet: { leave: named } }))
}

/** The client alone reads it. */
function unmasked(directive) {
  return directive.name.value === 'unmask' ? null : undefined
}

function named(set, _key, parent) {
  const isRoot = parent.kind === Kind.OPERATION_DEFINITION
  const has = set.selections.some((selection) => selection.name?.value === '__typename')
  return isRoot || has ? undefined : { ...set, selections: [...set.selections, TYPENAME] }
}
