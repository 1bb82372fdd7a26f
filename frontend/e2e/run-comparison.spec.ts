import { ask } from './harness/api'
import { expectAccessible } from './harness/axe'
import { expect, test } from './harness/test'
import { TestPage } from './harness/test-page'

interface Answered {
  results: { text: string; lane: { position: number }; iteration: number; timings: { latencyMs: number } }[]
}

/** Starts a run of one simulated model in two lanes, each asked three times. */
async function startRepeats(): Promise<string> {
  const { models } = await ask<{ models: { nodes: { id: string; modelName: string }[] } }>(
    '{ models(first: 100) { nodes { id modelName } } }',
  )
  const modelId = models.nodes.find((model) => model.modelName === 'swift-8b')?.id
  const input = {
    lanes: [{ modelId }, { modelId, parameters: { temperature: 0.1 } }],
    userMessage: 'Why is the sky blue?',
    iterations: 3,
  }
  const query = 'mutation ($input: StartRunInput!) { startRun(input: $input) { id } }'
  return (await ask<{ startRun: { id: string } }>(query, { input })).startRun.id
}

test('answers that have ended are compared: medians with their repeats, any two texts, copies', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const screen = new TestPage(page)
  const id = await startRepeats()
  await page.goto(`/runs/${id}`)
  await screen.ended()
  const { run } = await ask<{ run: Answered }>(
    'query ($id: ID!) { run(id: $id) { results { text iteration lane { position } timings { latencyMs } } } }',
    { id },
  )

  await page.keyboard.press('c')
  const comparison = page.getByRole('region', { name: 'Comparison' })
  await expect(comparison).toBeFocused()
  await expect(comparison.getByRole('heading', { name: 'Comparison' })).toBeInViewport()

  const latencies = run.results.filter(({ lane }) => lane.position === 0).map(({ timings }) => timings.latencyMs)
  const median = [...latencies].sort((one, other) => one - other)[1] ?? 0
  const row = comparison.getByRole('row', { name: /A Swift 8B/ })
  await expect(row.getByRole('cell').nth(1)).toContainText(`${(median / 1_000).toFixed(2)} s`)
  await expect(row).toContainText('3 of 3 answered')
  await expect(comparison.getByRole('row', { name: /B Swift 8B/ })).toContainText('Temperature 0.10')

  await comparison.getByLabel('Right answer').selectOption({ label: 'A Swift 8B, repeat 1' })
  await expect(comparison.getByText('The two texts are the same.')).toBeVisible()
  await comparison.getByLabel('Right answer').selectOption({ label: 'B Swift 8B, repeat 2' })
  await expect(comparison.getByText(/^Lines: /)).toBeVisible()
  await comparison.getByRole('button', { name: 'Inline' }).click()
  await expectAccessible(page)

  const other = run.results.find(({ lane, iteration }) => lane.position === 1 && iteration === 2)
  await comparison.getByRole('button', { name: 'Copy B Swift 8B, repeat 2' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(other?.text)
  await comparison.getByRole('button', { name: 'Copy all answers' }).click()
  const document = await page.evaluate(() => navigator.clipboard.readText())
  expect(document.match(/^## /gm)).toHaveLength(6)
  for (const { text } of run.results) expect(document).toContain(text)
})

test('nothing moves where the comparison comes in', async ({ page }) => {
  const screen = new TestPage(page)
  await page.goto('/test')
  await expect(screen.lanes).toHaveCount(4)
  await screen.run.click()
  await expect(screen.stopAll).toBeVisible()
  await page.evaluate(() => {
    const moved: number[] = []
    Object.assign(globalThis, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift' })
  })
  await screen.ended()
  const moved = await page.evaluate(() => (globalThis as unknown as { moved: number[] }).moved)
  expect(moved.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.02)
})
