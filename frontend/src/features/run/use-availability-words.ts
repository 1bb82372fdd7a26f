import { availabilityOf } from '@/features/run/availability'
import type { RunnableModel } from '@/features/run/use-models'
import { useTranslation } from 'react-i18next'

/** Says why a model cannot be asked, or may not answer; null where nothing is in the way. */
export function useAvailabilityWords(): (model: RunnableModel) => string | null {
  const { t } = useTranslation('run')
  return (model) => {
    const availability = availabilityOf(model)
    switch (availability.kind) {
      case 'ready':
        return null
      case 'inactive':
        return t('availability.inactive')
      case 'maintenance':
        return [t('availability.maintenance'), availability.message].filter(Boolean).join(': ')
      case 'down':
        return [t('availability.down'), availability.message].filter(Boolean).join(': ')
    }
  }
}
