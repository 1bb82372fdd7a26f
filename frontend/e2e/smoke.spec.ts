import { expectAccessible } from './harness/axe'
import { expect, test } from './harness/test'

test('the page opens', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle(/Assay/)
  await expect(page.getByRole('main')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    for (const path of ['/', '/history', '/models']) {
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
      })
    }
  })
}
