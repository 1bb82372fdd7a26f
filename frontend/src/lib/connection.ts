import { createSignal } from '@/lib/signal'

/** The websocket: not needed yet or any more, open, or lost and being sought again. */
export type Connection = 'idle' | 'open' | 'lost'

/** Set by the Apollo client's websocket link, read by whoever shows live data. */
export const connection = createSignal<Connection>('idle')
