import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { ask } from './harness/api'
import { expectAccessible } from './harness/axe'
import { TestPage } from './harness/test-page'
import { expect, test } from './harness/test'

/** A prompt with a variable, past the page; tells its id. */
async function makePrompt(name: string, content: string): Promise<string> {
  const query = 'mutation ($input: CreatePromptInput!) { createPrompt(input: $input) { id } }'
  const { createPrompt } = await ask<{ createPrompt: { id: string } }>(query, { input: { name, content } })
  return createPrompt.id
}

function editor(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text', exact: true })
}

/** Puts a text in the place of what the editor holds. */
async function write(page: Page, text: string): Promise<void> {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

async function saved(page: Page, number: number): Promise<void> {
  await expect(page.getByText(`Saved as v${number}`)).toBeVisible()
}

function versions(page: Page): Locator {
  return page.getByRole('region', { name: 'Versions' })
}

test('a prompt is written, saved twice, compared, labelled, tested, and tells what came of it', async ({ page }) => {
  await page.goto('/prompts')
  await page.getByRole('link', { name: 'New prompt' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Stargazer')
  await page.getByLabel('Tags', { exact: true }).fill('sky, e2e')
  await write(page, 'You are an astronomer.\nAnswer in {{language}}.')
  await expect(page.getByText('46 of 10,240 bytes')).toBeVisible()
  await page.getByLabel('Type of language').selectOption('Choice')
  await page.getByLabel('Choices of language').fill('English\nKorean')
  await expectAccessible(page)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('heading', { name: 'Stargazer' })).toBeVisible()

  await write(page, 'You are a careful astronomer.\nAnswer in {{language}}.')
  await page.getByLabel('Message of the version').fill('More care')
  await page.keyboard.press('ControlOrMeta+s')
  await saved(page, 2)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Nothing has changed')).toBeVisible()
  await expectAccessible(page)

  await versions(page)
    .getByRole('button', { name: /^v2, compare/ })
    .click()
  await expect(page.getByText('1 line changed')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Text', exact: true }).locator('ins')).toHaveText('a careful')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Inline' }).click()
  await expect(page).toHaveURL(/diff=inline/)
  await expect(page.getByRole('table', { name: 'Text', exact: true }).locator('del')).toHaveText('an')

  await page.getByRole('button', { name: 'Actions for v1' }).click()
  await page.getByRole('menuitem', { name: 'Labels…' }).click()
  await page.getByRole('button', { name: 'Set: production' }).click()
  await expect(page.getByRole('button', { name: 'Take off: production' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await expect(versions(page).getByRole('listitem').last()).toContainText('production')
  await page.getByRole('button', { name: 'Actions for Stargazer' }).click()
  await page.getByRole('menuitem', { name: 'Label history' }).click()
  await expect(page.getByRole('dialog').getByText('set to v1')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Test v2' }).click()
  await expect(page).toHaveURL('/test')
  const screen = new TestPage(page)
  await expect(page.getByRole('textbox', { name: 'System prompt' })).toHaveValue(/careful astronomer/)
  await screen.run.click()
  await expect(page.getByText('language needs a value.')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('language', { exact: true }).selectOption('Korean')
  await screen.run.click()
  await screen.runId()
  await screen.ended()
  await page.reload()
  // In a low window the composer of a run is folded.
  await page.getByRole('button', { name: 'Show prompt and parameters' }).click()
  await expect(page.getByLabel('language', { exact: true })).toHaveValue('Korean')

  await page.goto('/prompts')
  const row = page.getByRole('row', { name: /Stargazer/ })
  await expect(row).toContainText('v2')
  await row.getByRole('link').click()
  await expect(versions(page).getByRole('listitem').first()).toContainText('1 run')
  await expect(versions(page).getByRole('listitem').first()).toContainText('median')
  await page.getByRole('button', { name: 'Actions for v2' }).click()
  await page.getByRole('menuitem', { name: 'Show its runs' }).click()
  await expect(page.getByText('Stargazer v2')).toBeVisible()
  await expect(page.getByText('1 of 1')).toBeVisible()
})

test('of two changes of one version the later one is merged, and nothing is lost', async ({ page, context }) => {
  const id = await makePrompt('Twice changed', 'first line\nmiddle\nlast line')
  await page.goto(`/prompts/${id}`)
  const other = await context.newPage()
  await other.goto(`/prompts/${id}`)
  await write(other, 'first line\nmiddle\nlast line, theirs')
  await write(page, 'first line, mine\nmiddle\nlast line')

  await other.keyboard.press('ControlOrMeta+s')
  await saved(other, 2)
  await page.keyboard.press('ControlOrMeta+s')
  const dialog = page.getByRole('dialog', { name: 'v2 was saved meanwhile' })
  await expect(dialog.getByText('Both changes fit together')).toBeVisible()
  await expect(dialog.getByRole('textbox')).toHaveText('first line, minemiddlelast line, theirs')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Take theirs' }).click()
  await expect(dialog.getByRole('textbox')).toHaveText('first linemiddlelast line, theirs')
  await dialog.getByRole('button', { name: 'Merged' }).click()
  await dialog.getByRole('button', { name: 'Save v3' }).click()
  await saved(page, 3)
  await expect(editor(page)).toHaveText('first line, minemiddlelast line, theirs')

  await versions(page).getByRole('button', { name: 'Actions for v1' }).click()
  await page.getByRole('menuitem', { name: 'Roll back to v1' }).click()
  await expect(page.getByText('v4 says again what v1 says')).toBeVisible()
  await expect(editor(page)).toHaveText('first linemiddlelast line')
})

test('what was typed outlives a reload and a page that is left', async ({ page }) => {
  const id = await makePrompt('Half written', 'whole')
  await page.goto(`/prompts/${id}`)
  await write(page, 'half')
  await page.getByRole('link', { name: 'Prompts' }).first().click()
  const leaving = page.getByRole('dialog', { name: 'Leave without saving?' })
  await leaving.getByRole('button', { name: 'Stay' }).click()
  await expect(editor(page)).toHaveText('half')
  await page.getByRole('link', { name: 'Prompts' }).first().click()
  await leaving.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL('/prompts')

  await page.goto(`/prompts/${id}`)
  await expect(editor(page)).toHaveText('half')
  await expect(page.getByText('These are changes of v1')).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).first().click()
  await expect(editor(page)).toHaveText('whole')
})

test('prompts are exported, deleted, brought back and imported', async ({ page }) => {
  await makePrompt('Round trip', 'there and back with {{thing}}')
  await page.goto('/prompts?q=Round+trip')
  const row = page.getByRole('row', { name: /Round trip/ })
  await row.getByRole('checkbox').check()
  const download = page.waitForEvent('download')
  await page.getByRole('region', { name: 'Chosen prompts' }).getByRole('button', { name: 'Export' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Round-trip.json')
  const text = readFileSync(await file.path(), 'utf8')

  await page.getByRole('button', { name: 'Actions for Round trip' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(row).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()

  await page.getByRole('button', { name: 'Import' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Or paste the JSON here').fill('{}')
  await expect(dialog.getByText('This is not an export of prompts')).toBeVisible()
  await dialog.getByLabel('Or paste the JSON here').fill(text)
  await expect(dialog.getByText('name taken: gets a number')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(dialog.getByText('1 prompt was made.')).toBeVisible()
  await dialog.getByRole('link', { name: 'Round trip (2)' }).click()
  await expect(editor(page)).toHaveText('there and back with {{thing}}')
})

test('the list is used by keyboard, and its filters stand in the address', async ({ page }) => {
  await makePrompt('Keys one', 'one')
  await makePrompt('Keys two', 'two')
  await page.goto('/prompts')
  await expect(page.getByRole('row', { name: /Keys two/ })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('Keys')
  await expect(page).toHaveURL('/prompts?q=Keys')
  await expect(page.getByRole('row', { name: /Keys/ })).toHaveCount(2)
  await page.keyboard.press('Tab')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: 'Star Keys one' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('x')
  await expect(page.getByText('1 chosen')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Starred' }).click()
  await expect(page).toHaveURL('/prompts?q=Keys&starred=yes')
  await expect(page.getByRole('row', { name: /Keys two/ })).toBeHidden()
  await page.reload()
  await expect(page.getByRole('row', { name: /Keys one/ })).toBeVisible()
  await page.getByRole('link', { name: 'Keys one' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Keys one' })).toBeVisible()
})
