import type { ModelRow_ModelFragment } from '@/__generated__/graphql'
import { NONE } from '@/lib/format'

type Prices = Pick<ModelRow_ModelFragment['metadata'], 'inputPricePerMillion' | 'outputPricePerMillion'>

/** Prices in US dollars for a million tokens, in and out: `0.06 / 0.20`; a dash where there is none. */
export function formatPrices({ inputPricePerMillion, outputPricePerMillion }: Prices): string {
  if (inputPricePerMillion === null && outputPricePerMillion === null) return NONE
  return `${formatPrice(inputPricePerMillion)} / ${formatPrice(outputPricePerMillion)}`
}

/** At least two decimals, and every one that was written: the text is exact. */
function formatPrice(price: string | null): string {
  if (price === null) return NONE
  const [whole = '0', decimals = ''] = price.split('.')
  return `${whole}.${decimals.replace(/0+$/, '').padEnd(2, '0')}`
}
