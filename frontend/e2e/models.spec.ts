import { ask } from './harness/api'
import { expectAccessible } from './harness/axe'
import { TestPage } from './harness/test-page'
import { expect, test } from './harness/test'
import type { Page } from '@playwright/test'

interface StoredModel {
  id: string
  modelName: string
  server: { endpointUrl: string; isSimulated: boolean }
}

/** The simulated models and their server's address. */
async function simulated(): Promise<{ address: string; idOf: (modelName: string) => string }> {
  const { models } = await ask<{ models: { nodes: StoredModel[] } }>(
    '{ models(first: 100) { nodes { id modelName server { endpointUrl isSimulated } } } }',
  )
  const ours = models.nodes.filter(({ server }) => server.isSimulated)
  const idOf = (modelName: string) => ours.find((model) => model.modelName === modelName)?.id ?? ''
  return { address: ours[0]?.server.endpointUrl ?? '', idOf }
}

async function openServerMenu(page: Page, address: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for the server ${new URL(address).host}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function openPicker(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Add lane' })).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByPlaceholder('Find a model')).toBeFocused()
}

test('a model is added by the form, removed, and brought back', async ({ page }) => {
  await page.goto('/models')
  await expect(page.getByRole('row', { name: /Swift 8B/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Add model', exact: true }).click()
  const form = page.getByRole('dialog')
  await expectAccessible(page)
  await form.getByLabel('Server address').fill('http://localhost:11434')
  await form.getByLabel('Model name at the server').fill('qwen3:4b')
  await page.keyboard.press('Tab')
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue('qwen3:4b')
  await page.keyboard.type('Qwen at home')
  await form.getByRole('button', { name: 'Add model' }).click()

  const row = page.getByRole('row', { name: /Qwen at home/ })
  await expect(form).toBeHidden()
  await expect(row).toBeVisible()

  await page.getByRole('button', { name: 'Actions for Qwen at home' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(row).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()

  await page.getByRole('button', { name: 'Actions for Qwen at home' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(row).toBeHidden()
  await page.reload()
  await expect(page.getByRole('row', { name: /Swift 8B/ })).toBeVisible()
  await expect(row).toBeHidden()
})

test('a server tells what it offers: one model fills the form, several are added at once', async ({ page }) => {
  const { address, idOf } = await simulated()
  const removed = ['moody-3b', 'muse-reasoner'].map(idOf)
  const remove = 'mutation ($id: ID!) { removeModel(id: $id) { id } }'
  for (const id of removed) await ask(remove, { id })
  await page.goto('/models')

  await page.getByRole('button', { name: 'Add model', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Server address').fill(address)
  await form.getByRole('button', { name: 'Find models' }).click()
  await expect(form.getByText('4 models found')).toBeVisible()
  await expect(form.getByRole('checkbox', { name: /swift-8b/ })).toBeDisabled()
  await form.getByRole('checkbox', { name: /moody-3b/ }).check()
  await expect(form.getByLabel('Model name at the server')).toHaveValue('moody-3b')
  await expectAccessible(page)

  await form.getByRole('checkbox', { name: /muse-reasoner/ }).check()
  await expect(form.getByLabel('Model name at the server')).toBeHidden()
  await form.getByRole('button', { name: 'Add 2 models' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('row', { name: /moody-3b/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /muse-reasoner/ })).toBeVisible()

  const added = await simulated()
  for (const name of ['moody-3b', 'muse-reasoner']) await ask(remove, { id: added.idOf(name) })
  for (const id of removed) await ask('mutation ($id: ID!) { restoreModel(id: $id) { id } }', { id })
})

test('a model that is switched off, or under maintenance, cannot be picked, and says why', async ({ page }) => {
  const { address } = await simulated()
  await page.goto('/models')
  const swift = page.getByRole('switch', { name: 'Swift 8B active' })
  await swift.click()
  await expect(swift).not.toBeChecked()

  await page.goto('/test')
  await openPicker(page)
  const choice = page.getByRole('option', { name: /Swift 8B/ })
  await expect(choice).toHaveAttribute('aria-disabled', 'true')
  await expect(choice).toContainText('Switched off')

  await page.goto('/models')
  await swift.click()
  await expect(swift).toBeChecked()
  await openServerMenu(page, address, 'Begin maintenance…')
  await page.getByRole('dialog').getByRole('textbox').fill('New disks until six')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/Under maintenance since .*: New disks until six/)).toBeVisible()
  await expectAccessible(page)

  await page.goto('/test')
  await openPicker(page)
  await expect(choice).toHaveAttribute('aria-disabled', 'true')
  await expect(choice).toContainText('Under maintenance: New disks until six')

  await page.goto('/models')
  await openServerMenu(page, address, 'End maintenance')
  await expect(page.getByText('New disks until six')).toBeHidden()
})

test('a key is kept by its server: stored, replaced and removed there', async ({ page }) => {
  const endpointUrl = 'http://localhost:11434/v1'
  const input = { endpointUrl, models: [{ modelName: 'qwen3:8b', name: 'Keyed' }] }
  const { registerModels } = await ask<{ registerModels: { id: string }[] }>(
    'mutation ($input: RegisterModelsInput!) { registerModels(input: $input) { id } }',
    { input },
  )
  await page.goto('/models')
  const head = page.getByRole('rowheader', { name: /localhost:11434/ })
  await expect(head).toContainText('no key')

  for (const item of ['Add key…', 'Replace key…']) {
    await openServerMenu(page, endpointUrl, item)
    await page.getByLabel('New API key').fill('sk-secret')
    await page.getByRole('button', { name: 'Store key' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(head).toContainText('key stored')
  }
  await openServerMenu(page, endpointUrl, 'Remove key')
  await page.getByRole('button', { name: 'Remove key' }).click()
  await expect(head).toContainText('no key')
  await ask('mutation ($id: ID!) { removeModel(id: $id) { id } }', { id: registerModels[0]?.id })
})

test('lanes are added and taken back by the keyboard alone', async ({ page }) => {
  const screen = new TestPage(page)
  await page.goto('/test')
  await expect(screen.lanes).toHaveCount(4)

  await openPicker(page)
  await page.keyboard.type('swift')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(screen.lanes).toHaveCount(5)
  await expect(screen.lanes.last()).toContainText('Swift 8B')

  await page.keyboard.press('Backspace')
  await expect(screen.lanes).toHaveCount(4)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Add lane' })).toBeFocused()
})

test('a run that is opened and run again keeps every parameter', async ({ page }) => {
  const { idOf } = await simulated()
  const parameters = {
    maxTokens: 64,
    seed: '9223372036854775807',
    topK: 40,
    minP: 0.05,
    reasoningEffort: 'LOW',
    extra: { mirostat: 2 },
  }
  const input = { modelIds: [idOf('swift-8b')], userMessage: 'Why?', parameters }
  const { startRun } = await ask<{ startRun: { id: string } }>(
    'mutation ($input: StartRunInput!) { startRun(input: $input) { id } }',
    { input },
  )
  const screen = new TestPage(page)
  await page.goto(`/runs/${startRun.id}`)
  await screen.ended()
  const unfold = page.getByRole('button', { name: 'Show prompt and parameters' })
  if (await unfold.isVisible()) await unfold.click()
  await expect(page.getByRole('textbox', { name: 'Top-k, all lanes' })).toHaveValue('40')
  const seed = page.getByRole('textbox', { name: 'Seed, all lanes' })
  await expect(seed).toHaveValue(parameters.seed)
  await expectAccessible(page)

  await screen.run.click()
  await page.waitForURL((url) => !url.pathname.endsWith(startRun.id))
  const { run } = await ask<{ run: { parameters: Record<string, unknown> } }>(
    'query ($id: ID!) { run(id: $id) { parameters { maxTokens topK minP reasoningEffort extra } } }',
    { id: await screen.runId() },
  )
  expect(run.parameters).toEqual({
    maxTokens: 64,
    topK: 40,
    minP: 0.05,
    reasoningEffort: 'LOW',
    extra: { mirostat: 2 },
  })
  await screen.ended()
  await page.reload()
  await screen.ended()
  if (await unfold.isVisible()) await unfold.click()
  await expect(seed).toHaveValue(parameters.seed)
})
