/** The element id of a run's link in the list, by which the cursor moves the focus. */
export function runLinkId(runId: string): string {
  return `run-${runId}`
}
