import type { RunFeed } from '@/features/run/live/run-feed'
import { useEffect, type RefObject } from 'react'

/** A lane counts as seen a little before it comes into the window. */
const NEAR = '0px 160px'

/**
 * Tells the feed whether a lane is in the window: what nobody sees may be drawn seldom. `content-visibility` does not tell:
 * Chromium takes all within one and a half windows for near enough to draw.
 */
export function useSight(lane: RefObject<HTMLElement | null>, feed: RunFeed | null, position: number | null): void {
  useEffect(() => {
    if (!lane.current || !feed || position === null) return
    const observer = new IntersectionObserver((entries) => feed.see(position, entries.at(-1)?.isIntersecting ?? true), {
      rootMargin: NEAR,
    })
    observer.observe(lane.current)
    return () => {
      observer.disconnect()
      feed.see(position, true)
    }
  }, [lane, feed, position])
}
