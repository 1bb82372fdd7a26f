import { expectAccessible } from './harness/axe'
import { expect, test } from './harness/test'

test('a model is added by the form, removed, and brought back', async ({ page }) => {
  await page.goto('/models')
  await expect(page.getByRole('row', { name: /Swift 8B/ })).toBeVisible()

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
