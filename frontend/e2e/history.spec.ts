import { storedRun, startRun } from './harness/api'
import { expectAccessible } from './harness/axe'
import { TestPage } from './harness/test-page'
import { expect, test } from './harness/test'

test('History lists the newest run first, and opens it', async ({ page }) => {
  await startRun('swift-8b')
  const id = await startRun('swift-8b', 'muse-reasoner')
  await expect.poll(async () => (await storedRun(id)).status, { timeout: 45_000 }).toBe('COMPLETED')
  const { number } = await storedRun(id)

  await page.goto('/history')
  const newest = page
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .first()
  await expect(newest).toContainText(String(number))
  await expect(newest).toContainText('Completed')
  await expectAccessible(page)

  await newest.getByRole('link').click()
  const screen = new TestPage(page)
  expect(await screen.runId()).toBe(id)
  await expect(screen.lanes).toHaveCount(2)
  await screen.expectStored()
})
