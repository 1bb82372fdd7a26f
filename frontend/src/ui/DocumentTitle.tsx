/** Names the browser's tab. */
export function DocumentTitle({ title }: { title: string }) {
  return <title>{`${title} · Assay`}</title>
}
