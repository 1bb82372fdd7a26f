/** The page's frame while it is not yet known who is there. It stands for a moment only, and so says nothing. */
export function OpeningFrame() {
  return (
    <div aria-busy className="min-h-dvh">
      <div className="h-(--topbar) border-b border-line" />
    </div>
  )
}
