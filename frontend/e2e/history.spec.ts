import { ask, storedRun, startRun } from './harness/api'
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

/** Starts a run of one simulated model with a message of its own, and waits until it has ended. */
async function answered(userMessage: string): Promise<string> {
  const { models } = await ask<{ models: { nodes: { id: string; modelName: string }[] } }>(
    '{ models(first: 100) { nodes { id modelName } } }',
  )
  const modelIds = models.nodes.filter(({ modelName }) => modelName === 'swift-8b').map(({ id }) => id)
  const query = 'mutation ($input: StartRunInput!) { startRun(input: $input) { id } }'
  const check = { kind: 'REGEX', value: '.' }
  const { startRun: run } = await ask<{ startRun: { id: string } }>(query, { input: { modelIds, userMessage, check } })
  await expect.poll(async () => (await storedRun(run.id)).status, { timeout: 45_000 }).toBe('COMPLETED')
  return run.id
}

test('History finds runs by a Korean text, removes one and brings it back, and compares two', async ({ page }) => {
  const word = `바다${Date.now()}`
  const first = await answered(`${word}는 왜 파란가요?`)
  const second = await answered(`${word}는 왜 짠가요?`)
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') })
  await page.goto('/history')
  await expect(rows.first()).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.insertText(word)
  await expect(page).toHaveURL(/text=/)
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('1 of 1 pass')

  const newest = String((await storedRun(second)).number)
  await page.getByRole('searchbox').blur()
  await page.keyboard.press('j')
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText(newest)

  await rows.first().getByRole('checkbox').check()
  await rows.nth(1).getByRole('checkbox').check()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Compare' }).click()
  await expect(page).toHaveURL(`/runs/compare?a=${first}&b=${second}`)
  await expect(page.getByRole('row', { name: /^Message ?, differs/ })).toContainText('짠가요')
  await expect(page.getByRole('rowheader', { name: /Swift 8B/ })).toHaveCount(2)
  await expect(page.getByLabel('Right answer')).toBeVisible()
  await expectAccessible(page)
})
