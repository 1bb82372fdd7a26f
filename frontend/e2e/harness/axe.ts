import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** Fails if axe finds anything on the page as it is now: WCAG 2.2 AA and good practice. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate(
    async () => (await (globalThis as unknown as { axe: typeof axe }).axe.run()).violations,
  )
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} ${node.html}`))
  expect(found, `axe on ${page.url()}`).toEqual([])
}
