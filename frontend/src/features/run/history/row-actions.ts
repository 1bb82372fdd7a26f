/** What can be done with a run of the list. */
export interface RowActions {
  onRerun: (id: string) => void
  onRemove: (ids: readonly string[]) => void
  isChosen: (id: string) => boolean
  onChoose: (id: string) => void
}
