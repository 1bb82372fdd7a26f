import type { RunFeed } from '@/features/run/live/run-feed'
import { useEffect, type RefObject } from 'react'

/** Tells the feed whether the browser shows the lane at all: what nobody sees may be drawn seldom. */
export function useSight(lane: RefObject<HTMLElement | null>, feed: RunFeed | null, position: number | null): void {
  useEffect(() => {
    const box = lane.current
    if (!box || !feed || position === null) return
    const changed = (event: Event) => feed.see(position, !(event as ContentVisibilityAutoStateChangeEvent).skipped)
    feed.see(position, box.checkVisibility({ contentVisibilityAuto: true }))
    box.addEventListener('contentvisibilityautostatechange', changed)
    return () => {
      feed.see(position, true)
      box.removeEventListener('contentvisibilityautostatechange', changed)
    }
  }, [lane, feed, position])
}
