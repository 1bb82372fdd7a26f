import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { ask, type StoredResult } from './harness/api'
import { expectAccessible } from './harness/axe'
import { expect, test } from './harness/test'

const STORED = `query ($id: ID!) {
  batch(id: $id) {
    name status progress { total completed cancelled }
    runs(first: 100) { nodes { userMessage results { id status text lane { position } } } }
  }
}`

interface StoredBatch {
  name: string
  status: StoredResult['status']
  progress: { total: number; completed: number; cancelled: number }
  runs: { nodes: { userMessage: string; results: StoredResult[] }[] }
}

const questions = (count: number) => Array.from({ length: count }, (_, index) => `Why is the sky blue, ${index + 1}?`)

/** Writes a batch for the models of these names alone, and starts it. Gives its id. */
async function startBatch(page: Page, messages: readonly string[], models: readonly string[]): Promise<string> {
  await page.goto('/batches/new')
  const lanes = page.getByRole('region', { name: 'Lanes' }).getByRole('listitem')
  await expect(lanes).toHaveCount(4)
  for (const name of ['Moody 3B', 'Muse Reasoner', 'Sage 70B', 'Swift 8B'].filter((name) => !models.includes(name))) {
    await lanes
      .filter({ hasText: name })
      .getByRole('button', { name: /^Remove lane/ })
      .click()
  }
  await expect(lanes).toHaveCount(models.length)
  await page.getByRole('textbox', { name: 'Messages' }).fill(messages.join('\n'))
  await page.getByRole('textbox', { name: 'Name' }).fill('Questions about the sky')
  await expect(page.getByText(`= ${messages.length * models.length} answers`)).toBeVisible()
  await page.getByRole('button', { name: /^Start/ }).click()
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname.replace('/batches/', '')
}

const stored = async (id: string) => (await ask<{ batch: StoredBatch }>(STORED, { id })).batch

test('twelve messages fill a table of two models, also over a reload in the middle', async ({ page }) => {
  const id = await startBatch(page, questions(12), ['Sage 70B', 'Swift 8B'])
  const cells = page.getByRole('button', { name: /^Message \d+, lane/ })
  const completed = page.getByRole('button', { name: /^Message \d+, lane [A-Z]: Completed/ })
  await expect(cells).toHaveCount(24)
  await expect(completed.nth(3)).toBeVisible({ timeout: 45_000 })
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible()
  await expectAccessible(page)

  await page.reload()
  await expect(cells).toHaveCount(24)
  expect(await completed.count()).toBeGreaterThan(3)
  await expect(completed).toHaveCount(24, { timeout: 90_000 })
  await expect(page.getByText('24 done')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeHidden()

  const batch = await stored(id)
  expect(batch).toMatchObject({ name: 'Questions about the sky', status: 'COMPLETED', progress: { completed: 24 } })
  expect(batch.runs.nodes.map(({ userMessage }) => userMessage)).toEqual(questions(12))

  await page.getByRole('button', { name: /^Message 7, lane B: Completed/ }).click()
  const text = batch.runs.nodes[6]?.results.find(({ lane }) => lane.position === 1)?.text ?? ''
  const shown = page.getByRole('dialog').locator('.markdown')
  await expect(shown).toContainText(text.split(/[*_`\n]/, 1)[0] ?? text)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Open the run' }).click()
  await expect(page.getByRole('article')).toHaveCount(2)

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Batches' }).click()
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Questions about the sky' }) })
  await expect(row.first()).toContainText('24/24')
  await expectAccessible(page)
})

test('a batch that is stopped begins nothing more', async ({ page }) => {
  const id = await startBatch(page, questions(60), ['Sage 70B', 'Muse Reasoner'])
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop the batch' }).click()

  await expect.poll(async () => (await stored(id)).status, { timeout: 30_000 }).toBe('CANCELLED')
  const { progress } = await stored(id)
  expect(progress.completed + progress.cancelled).toBe(progress.total)
  expect(progress.cancelled).toBeGreaterThan(0)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeHidden()
  await expect(page.getByText(`${progress.cancelled} stopped`)).toBeVisible()
})

test('lines that cannot be asked are named, and a reload keeps what was written', async ({ page }) => {
  await page.goto('/batches/new')
  await page.getByRole('button', { name: 'JSONL' }).click()
  await page.getByRole('textbox', { name: 'Messages' }).fill('"One"\nnot JSON\n{"message": "Two"}')
  const bad = page.getByRole('region', { name: '1 line cannot be asked' })
  await expect(bad).toContainText('Line 2 is no JSON.')

  await page.getByRole('button', { name: /^Start/ }).click()
  await expect(page.getByRole('alert')).toHaveText('Mend the lines that cannot be asked, or leave them out.')
  await page.reload()
  await expect(bad).toBeVisible()
  await bad.getByRole('checkbox', { name: 'Leave it out' }).check()
  await expect(page.getByText(/^2 messages ×/)).toBeVisible()
  await expectAccessible(page)

  await page.locator('input[type=file]').setInputFiles({
    name: 'questions.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('id,question\n1,"Why, and ""how""?"\n2,"Two\nlines"\n'),
  })
  await expect(page.getByText('questions.csv')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Message from' })).toHaveValue('question')
  await expect(page.getByRole('cell', { name: 'Why, and "how"?' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Two lines' })).toBeVisible()
})

test('a batch leaves as a file, is removed with its runs, and comes back', async ({ page }) => {
  const id = await startBatch(page, questions(3), ['Swift 8B'])
  await expect(page.getByText('3 done')).toBeVisible({ timeout: 60_000 })

  await page.getByRole('button', { name: 'Export' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'JSON' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(`assay-batch-${id}.json`)
  const file = JSON.parse(await readFile(await download.path(), 'utf8')) as { runs: { userMessage: string }[] }
  expect(file.runs.map(({ userMessage }) => userMessage)).toEqual(questions(3))

  await page.getByRole('button', { name: 'More for this batch' }).click()
  await page.getByRole('menuitem', { name: 'Remove batch' }).click()
  await page.waitForURL(/\/batches$/)
  const row = page.locator(`a[href="/batches/${id}"]`)
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()

  await row.focus()
  await page.keyboard.press('Delete')
  await expect(row).toHaveCount(0)
  await page.goto(`/batches/${id}`)
  const notice = page.getByRole('region', { name: 'Removed batch' })
  await expect(notice).toBeVisible()
  await expectAccessible(page)
  await notice.getByRole('button', { name: 'Restore' }).click()
  await expect(notice).toBeHidden()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Batches' }).click()
  await expect(row).toBeVisible()
  await expectAccessible(page)
})

test('a batch that goes on is removed only once somebody means it', async ({ page }) => {
  const id = await startBatch(page, questions(60), ['Sage 70B'])
  await page.getByRole('button', { name: 'More for this batch' }).click()
  await page.getByRole('menuitem', { name: 'Remove batch' }).click()
  const dialog = page.getByRole('dialog', { name: 'Stop and remove this batch?' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect((await stored(id)).status).toBe('RUNNING')

  await page.getByRole('button', { name: 'More for this batch' }).click()
  await page.getByRole('menuitem', { name: 'Remove batch' }).click()
  await dialog.getByRole('button', { name: 'Stop and remove' }).click()
  await page.waitForURL(/\/batches$/)
  await expect.poll(async () => (await stored(id)).status, { timeout: 30_000 }).toBe('CANCELLED')
})

test('a thousand messages of ten kilobytes are one batch, and more than that is told before it is sent', async ({
  page,
}) => {
  await page.goto('/batches/new')
  const line = (length: number, index: number) => `${index} ${'x'.repeat(length)}`.slice(0, length)
  const choose = (lines: readonly string[]) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'many.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(lines.join('\n')),
    })
  const lines = Array.from({ length: 1_001 }, (_, index) => line(10_000, index))
  await choose(lines)
  const start = page.getByRole('button', { name: /^Start/ })
  await expect(page.getByRole('alert')).toHaveText('A batch has at most 1,000 messages; this would be 1,001.', {
    timeout: 30_000,
  })
  await choose(lines.slice(0, 1_000))
  await expect(page.getByRole('alert')).toHaveCount(0, { timeout: 30_000 })
  await start.click()
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/, { timeout: 60_000 })
  const id = new URL(page.url()).pathname.replace('/batches/', '')
  await expect(page.getByText('1,000 messages')).toBeVisible({ timeout: 30_000 })
  const batch = await stored(id)
  expect(batch.runs.nodes).toHaveLength(100)
  expect(batch.runs.nodes[99]?.userMessage).toBe(lines[99])
  await ask('mutation ($id: ID!) { removeBatch(batchId: $id) { id } }', { id })
})
