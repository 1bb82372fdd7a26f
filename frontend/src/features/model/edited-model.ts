import type { ModelSheet_ModelFragment } from '@/__generated__/graphql'
import type { FragmentType } from '@apollo/client'

/** A model as the form takes it. */
export type SheetModel = FragmentType<ModelSheet_ModelFragment>

/** What the form is open for: a new model, maybe at a server's address, or one that is to be changed. */
export type Edited = { kind: 'new'; endpointUrl: string } | { kind: 'change'; model: SheetModel }

export type EditModel = (model: SheetModel) => void
