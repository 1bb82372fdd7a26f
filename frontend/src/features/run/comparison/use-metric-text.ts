import type { Metric } from '@/features/run/comparison/compared-lanes'
import { useFormat } from '@/ui/use-format'

/** A metric's value with its unit, as the lanes show it. */
export function useMetricText(): (metric: Metric, value: number | null) => string {
  const format = useFormat()
  return (metric, value) => {
    switch (metric) {
      case 'firstToken':
        return format.millis(value)
      case 'latency':
        return format.duration(value)
      case 'gap':
        return format.gap(value)
      case 'speed': {
        const speed = format.speed(value)
        return speed.unit ? `${speed.value} ${speed.unit}` : speed.value
      }
      case 'tokens':
        return format.count(value)
      case 'cost':
        return format.cost(value)
    }
  }
}
