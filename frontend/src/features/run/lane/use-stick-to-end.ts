import { useCallback, useLayoutEffect, useRef, useState, type UIEvent } from 'react'

const NEAR_PX = 24

interface Growing {
  /** What grows: anything that changes with it. */
  content: unknown
  /** Which text it is; another one is followed anew. */
  id: string | undefined
  /** Whether it is still growing. What has long ended is shown from its beginning. */
  live: boolean
}

/**
 * Keeps a scrolled box at its end while its text grows, but only while the reader is there: scrolling up lets go, scrolling
 * back down holds on again.
 */
export function useStickToEnd({ content, id, live }: Growing) {
  const box = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<{ id: string | undefined; following: boolean }>({ id, following: true })
  const following = held.id === id ? held.following : true
  const wasLive = useRef(live)

  const toEnd = useCallback(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
    setHeld({ id, following: true })
  }, [id])

  useLayoutEffect(() => {
    // The last piece and the end come as one; the end too has to be seen.
    // A lane out of sight is not laid out; asking for its height would lay it out with every token.
    const seen = box.current?.checkVisibility({ contentVisibilityAuto: true }) ?? false
    if (following && (live || wasLive.current) && seen && box.current) box.current.scrollTop = box.current.scrollHeight
    wasLive.current = live
  }, [content, following, live])

  const onScroll = useCallback(
    (event: UIEvent<HTMLElement>) => {
      const { scrollHeight, scrollTop, clientHeight } = event.currentTarget
      const following = scrollHeight - scrollTop - clientHeight < NEAR_PX
      // Following scrolls too; it tells nothing new, and must not render the lane once more.
      setHeld((held) => (held.id === id && held.following === following ? held : { id, following }))
    },
    [id],
  )

  return { box, following, toEnd, onScroll }
}
