import { availabilityOf, byAvailability, isRefused } from '@/features/run/availability'
import type { RunnableModel } from '@/features/run/use-models'
import { describe, expect, it } from 'vitest'

type State = Pick<RunnableModel, 'isActive' | 'server' | 'health'>

const ready: State = {
  isActive: true,
  server: { __typename: 'ModelServer', id: 's', maintenance: null },
  health: { __typename: 'ModelHealth', status: 'UNKNOWN', message: null },
}
const maintained: State = {
  ...ready,
  server: {
    ...ready.server,
    maintenance: { __typename: 'Maintenance', message: 'New disks', since: '2026-11-21T00:00:00Z' },
  },
}
const down: State = {
  ...ready,
  health: { __typename: 'ModelHealth', status: 'DOWN', message: 'Nothing listens there.' },
}

describe('a model', () => {
  it('is ready until a check finds it down', () => {
    expect(availabilityOf(ready)).toEqual({ kind: 'ready' })
    expect(availabilityOf(down)).toEqual({ kind: 'down', message: 'Nothing listens there.' })
    expect(isRefused(availabilityOf(down))).toBe(false)
  })

  it('is refused while it is switched off or its server is under maintenance', () => {
    expect(availabilityOf({ ...maintained, isActive: false })).toEqual({ kind: 'inactive' })
    expect(availabilityOf(maintained)).toEqual({ kind: 'maintenance', message: 'New disks' })
    expect(isRefused(availabilityOf(maintained))).toBe(true)
    expect(isRefused(availabilityOf({ ...ready, isActive: false }))).toBe(true)
  })

  it('stands the lower, the less it can be asked', () => {
    const off = { ...ready, isActive: false }
    expect(byAvailability([off, down, ready, maintained])).toEqual([ready, down, off, maintained])
  })
})
