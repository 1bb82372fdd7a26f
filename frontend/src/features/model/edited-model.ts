import type { ModelSheet_ModelFragment, Protocol } from '@/__generated__/graphql'
import type { FragmentType } from '@apollo/client'

/** A model as the form takes it. */
export type SheetModel = FragmentType<ModelSheet_ModelFragment>

/** A server that is known already, to add models to. */
export interface KnownServer {
  id: string
  endpointUrl: string
  protocol: Protocol
  hasApiKey: boolean
}

/** What the form is open for: a new model, maybe of a known server, or one that is to be changed. */
export type Edited = { kind: 'new'; server: KnownServer | null } | { kind: 'change'; model: SheetModel }

export type EditModel = (model: SheetModel) => void
export type AddModel = (server: KnownServer) => void
