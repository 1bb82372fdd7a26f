import { ask } from './harness/api'
import { Playground } from './harness/playground'
import { expect, test } from './harness/test'

test('the settings lead to the playground, and its name leads back', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'API playground' }).click()
  await expect(page).toHaveTitle(/API playground/)

  await page.getByRole('link', { name: 'Assay' }).click()
  await expect(page).toHaveURL(/\/test$/)
})

test('the first tab holds a query that runs, with nothing from another host', async ({ page, baseURL }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== baseURL) foreign.push(request.url())
  })
  const playground = new Playground(page)
  await playground.open()
  await playground.run()

  await playground.expectAnswer(/"name": "Sage 70B"/)
  expect(foreign).toEqual([])
  await expect.poll(() => page.workers().map((worker) => worker.url())).toContainEqual(expect.stringMatching(/graphql/))
})

test('a run is started and watched, token by token, to its end', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.choose('Start a run and watch')

  await playground.expectAnswer(/"__typename": "TextAppended"/)
  const answer = await playground.expectAnswer(/"__typename": "RunFinished"/)

  const log = JSON.parse(answer) as { received: number; newestFirst: { data: { runEvents: { sequence: number } } }[] }
  const sequences = log.newestFirst.map(({ data }) => data.runEvents.sequence)
  expect(sequences).toEqual(sequences.map((_, index) => (sequences[0] ?? 0) - index))
  expect(log.received).toBeGreaterThan(60)
})

/** Title, operation and field of each example; what changes something is started by hand. */
const CHANGES = [
  ['Start a run', 'StartComparison', 'startRun'],
  ['Cancel the newest run', 'StopRun', 'cancelRun'],
  ['Create a prompt', 'NewPrompt', 'createPrompt'],
  ['Change the newest prompt', 'ChangePrompt', 'updatePrompt'],
  ['Roll back the newest prompt', 'RollBackPrompt', 'rollbackPrompt'],
] as const
const READS = [
  ['List models', 'ListModels', 'models'],
  ['List runs', 'NewestRuns', 'runs'],
  ['Read the newest run', 'RunResults', 'run'],
  ['Watch the newest run', 'FollowRun', 'runEvents'],
  ['List prompts', 'ListPrompts', 'prompts'],
] as const

test('every example runs as it stands', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  for (const [example, operation, field] of [...CHANGES, ...READS]) {
    await playground.choose(example)
    await expect(page.getByRole('tab', { name: operation, selected: true })).toBeVisible()
    if (CHANGES.some(([title]) => title === example)) await playground.run()
    expect(await playground.expectAnswer(new RegExp(`"${field}": [{]`)), example).not.toContain('"errors"')
  }
  const { prompts } = await ask<{ prompts: { nodes: { currentVersion: { number: number } }[] } }>(
    '{ prompts(first: 1) { nodes { currentVersion { number } } } }',
  )
  expect(prompts.nodes[0]?.currentVersion.number).toBe(3)
})

for (const theme of ['light', 'dark'] as const) {
  test(`it is ${theme} as the system is, unless the other was chosen`, async ({ page }) => {
    const body = page.locator('body')
    const other = theme === 'light' ? 'dark' : 'light'
    await page.emulateMedia({ colorScheme: theme })
    await new Playground(page).open()
    await expect(body).toHaveClass(new RegExp(`graphiql-${theme}`))

    await page.emulateMedia({ colorScheme: other })
    await expect(body).toHaveClass(new RegExp(`graphiql-${other}`))

    await page.evaluate((it) => localStorage.setItem('assay.theme', JSON.stringify(it)), theme)
    await page.reload()
    await expect(body).toHaveClass(new RegExp(`graphiql-${theme}`))
  })
}

test('the docs and the explorer open', async ({ page }) => {
  await new Playground(page).open()
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
  await page.getByRole('link', { name: 'Subscription' }).click()
  await page.getByRole('link', { name: 'runEvents' }).click()
  await expect(page.getByText('A run as it happens.')).toBeVisible()

  await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click()
  await expect(page.getByText('inputPricePerMillion').first()).toBeVisible()
  await page.getByText('endpointUrl', { exact: true }).click()
  await expect(page.getByRole('code').first()).toContainText('endpointUrl')
})
