import { expectAccessible } from './harness/axe'
import { ask } from './harness/api'
import { expect, test } from './harness/test'
import { TestPage } from './harness/test-page'
import type { Page } from '@playwright/test'

interface StoredLane {
  modelSnapshot: { name: string }
  parameters: { temperature: number | null }
  systemPrompt: string | null
  promptVersion: { number: number } | null
  variables: { name: string; value: string; source: string }[]
}

const LANES = `query ($id: ID!) {
  run(id: $id) {
    lanes {
      modelSnapshot { name } parameters { temperature } systemPrompt promptVersion { number } variables { name value source }
    }
  }
}`

const CREATE = `mutation ($input: CreatePromptInput!) { createPrompt(input: $input) { id } }`
const UPDATE = `mutation ($input: UpdatePromptInput!) { updatePrompt(input: $input) { id } }`

/** A prompt of two versions, of which the second fills in a language. */
async function aPrompt(): Promise<string> {
  const name = `lanes-${Date.now()}`
  const { createPrompt } = await ask<{ createPrompt: { id: string } }>(CREATE, { input: { name, content: 'Be kind.' } })
  await ask(UPDATE, { input: { id: createPrompt.id, baseVersionNumber: 1, content: 'Answer in {{language}}.' } })
  return name
}

async function storedLanes(page: Page): Promise<StoredLane[]> {
  const { run } = await ask<{ run: { lanes: StoredLane[] } }>(LANES, { id: await new TestPage(page).runId() })
  return run.lanes
}

/** Leaves one lane, of Swift 8B. */
async function withSwiftAlone(page: Page): Promise<void> {
  await page.goto('/test')
  const lanes = page.getByRole('article')
  await expect(lanes).toHaveCount(4)
  for (const name of ['Sage 70B', 'Muse Reasoner', 'Moody 3B']) {
    await page.getByRole('button', { name: new RegExp(`^Remove lane ., ${name}`) }).click()
  }
  await expect(lanes).toHaveCount(1)
}

async function duplicate(page: Page, letter: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^More for lane ${letter}`) }).click()
  await page.getByRole('menuitem', { name: `Duplicate lane ${letter}` }).click()
}

test('one model races against itself at three temperatures', async ({ page }) => {
  const screen = new TestPage(page)
  await withSwiftAlone(page)
  const letter = await onlyLetter(page)
  await duplicate(page, letter)
  await duplicate(page, letter)
  await expect(screen.lanes).toHaveCount(3)
  const cells = page.getByRole('textbox', { name: /^Temperature, lane . alone$/ })
  await cells.nth(0).fill('0.1')
  await cells.nth(1).fill('0.9')
  await cells.nth(2).fill('1.7')
  await expect(screen.lanes.nth(2)).toContainText('Temperature 1.70')

  await screen.run.click()
  await screen.ended()

  const lanes = await storedLanes(page)
  expect(lanes.map(({ modelSnapshot }) => modelSnapshot.name)).toEqual(['Swift 8B', 'Swift 8B', 'Swift 8B'])
  expect(lanes.map(({ parameters }) => parameters.temperature)).toEqual([0.1, 0.9, 1.7])
  await expect(screen.lanes.getByText('first', { exact: true })).toHaveCount(1)
})

test('lanes ask with versions and texts of their own, and take one another’s', async ({ page }) => {
  const prompt = await aPrompt()
  const screen = new TestPage(page)
  await withSwiftAlone(page)
  const letter = await onlyLetter(page)
  await page.getByRole('textbox', { name: 'System prompt', exact: true }).fill('Be brief.')
  await duplicate(page, letter)
  await duplicate(page, letter)
  const [second = '', third = ''] = (await letters(page)).slice(1)

  await page.getByRole('button', { name: `System prompt of lane ${second}` }).click()
  await page.getByRole('button', { name: 'Load a template' }).click()
  await page.getByRole('option', { name: prompt }).click()
  await page.getByRole('button', { name: `System prompt of lane ${third}` }).click()
  await page.getByRole('textbox', { name: `System prompt of lane ${third}` }).fill('')
  await expectAccessible(page)

  await screen.run.click()
  await expect(page.getByText('language needs a value.').first()).toBeVisible()
  await page.getByRole('button', { name: `System prompt of lane ${second}` }).click()
  await page.getByLabel('language').fill('Korean')
  await screen.run.click()
  await screen.ended()

  expect(await storedLanes(page)).toMatchObject([
    { systemPrompt: 'Be brief.', promptVersion: null },
    {
      systemPrompt: 'Answer in Korean.',
      promptVersion: { number: 2 },
      variables: [{ name: 'language', value: 'Korean', source: 'LANE' }],
    },
    { promptVersion: null },
  ])

  await page.reload()
  // A low window folds the composer when a run is opened; the lane's own menu leads back into it.
  await page.getByRole('button', { name: /^More for lane B/ }).click()
  await page.getByRole('menuitem', { name: 'Own system prompt…' }).click()
  await expect(page.getByRole('button', { name: 'System prompt of lane B, its own' })).toBeVisible()
  await expect(page.getByLabel('language')).toHaveValue('Korean')
  await page.getByRole('button', { name: `v2 of ${prompt}` }).click()
  await page.getByRole('option', { name: 'v1' }).click()
  await expect(page.getByRole('textbox', { name: 'System prompt of lane B' })).toHaveValue('Be kind.')

  await page.getByRole('button', { name: /^More for lane B/ }).click()
  await page.getByRole('menuitem', { name: 'Use the settings of B on all lanes' }).click()
  await screen.run.click()
  await expect(screen.stopAll).toBeVisible()
  await screen.ended()
  expect((await storedLanes(page)).map(({ systemPrompt }) => systemPrompt)).toEqual([
    'Be kind.',
    'Be kind.',
    'Be kind.',
  ])
})

async function letters(page: Page): Promise<string[]> {
  const names = await page.getByRole('article').getByRole('heading', { level: 2 }).allTextContents()
  return names.map((name) => /Lane (\w+)/.exec(name)?.[1] ?? '')
}

async function onlyLetter(page: Page): Promise<string> {
  return (await letters(page))[0] ?? ''
}
