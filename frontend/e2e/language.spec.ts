import { expect, test } from './harness/test'

test('the page speaks Korean once it is chosen, and remembers it', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitemradio', { name: '한국어' }).click()

  for (const open of [() => Promise.resolve(null), () => page.reload()]) {
    await open()
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
    await expect(page.getByRole('navigation').first()).toContainText(/[가-힣]/)
    await expect(page.getByRole('button', { name: '실행', exact: true })).toBeVisible()
  }
})
