import type { RunnableModel } from '@/features/run/use-models'

/** Whether a model can be asked. DOWN ones may be tried all the same: the check is a minute old, and a server may be back. */
export type Availability =
  { kind: 'ready' | 'inactive' } | { kind: 'maintenance'; message: string } | { kind: 'down'; message: string | null }

export function availabilityOf({
  isActive,
  server,
  health,
}: Pick<RunnableModel, 'isActive' | 'server' | 'health'>): Availability {
  if (!isActive) return { kind: 'inactive' }
  if (server.maintenance) return { kind: 'maintenance', message: server.maintenance.message }
  return health.status === 'DOWN' ? { kind: 'down', message: health.message } : { kind: 'ready' }
}

/** Whether a run would be refused with it. */
export function isRefused({ kind }: Availability): boolean {
  return kind === 'inactive' || kind === 'maintenance'
}

const ORDER = { ready: 0, down: 1, maintenance: 2, inactive: 2 }

/** Those that answer first, those that would be refused last; else as they were. */
export function byAvailability<T extends Parameters<typeof availabilityOf>[0]>(models: readonly T[]): T[] {
  const place = (model: T) => ORDER[availabilityOf(model).kind]
  return [...models].sort((one, other) => place(one) - place(other))
}
