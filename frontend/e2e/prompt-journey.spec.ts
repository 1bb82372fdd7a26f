import { expectAccessible } from './harness/axe'
import { expect, test } from './harness/sign-in-test'
import { TestPage } from './harness/test-page'

test('somebody signs in, writes a prompt, and runs a test with it', async ({ arrive }) => {
  const annie = await arrive('Annie Easley')
  const { page } = annie
  await annie.enter('/prompts')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'New prompt' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('Wind tunnel')
  await page.getByRole('textbox', { name: 'Text', exact: true }).click()
  await page.keyboard.insertText('You explain airflow to {{whom}} in two sentences.')
  await page.getByRole('button', { name: 'Save prompt' }).click()
  await expect(page.getByRole('heading', { name: 'Wind tunnel' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText('Annie Easley')

  await page.getByRole('link', { name: 'Test v1' }).click()
  const screen = new TestPage(page)
  await page.getByLabel('whom', { exact: true }).fill('engineers')
  await screen.run.click()
  await screen.ended()
  await screen.expectStored()
})
