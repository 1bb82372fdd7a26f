import { test as base, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

/** A test with a page of the running service. It fails on any error that the page throws or logs. */
export const test = base.extend({
  baseURL: async ({}, use) => {
    if (process.env.ASSAY_URL === undefined) throw new Error('ASSAY_URL is not set')
    await use(process.env.ASSAY_URL)
  },
  page: async ({ page }, use) => {
    const errors = errorsOf(page)
    await use(page)
    base.expect(errors, 'errors in the console').toEqual([])
  },
})

/** What the page throws and logs as errors from now on. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
  })
  return errors
}
