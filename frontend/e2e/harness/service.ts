import { startAssay } from './assay'

/**
 * Starts the service that most tests share, where nobody signs in, and tells them its address in ASSAY_URL. With ASSAY_URL
 * set, the service that runs there is used instead. Returns what stops it.
 */
export default async function startService(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.ASSAY_URL !== undefined) return undefined
  const { url, stop } = await startAssay('e2e-service', { RATE_LIMIT_PER_MINUTE: '0' })
  process.env.ASSAY_URL = url
  return stop
}
