import { expectAccessible } from './harness/axe'
import { startRun, storedRun } from './harness/api'
import { ReceivedEvents } from './harness/events'
import { TestPage } from './harness/test-page'
import { expect, test } from './harness/test'

test('a newcomer presses Run, and four models answer side by side', async ({ page }) => {
  const received = new ReceivedEvents(page)
  const screen = new TestPage(page)
  await page.goto('/')
  await expect(screen.lanes).toHaveCount(4)

  const answers = await screen.watchAnswers()
  await screen.run.click()
  await screen.ended()

  const run = await screen.expectStored()
  received.expectToMake(run)
  expect(run.results.filter(({ status }) => status === 'COMPLETED').length).toBeGreaterThanOrEqual(3)
  const lengths = await answers()
  // A quick lane may be nearly done before the page listens, so what streamed is counted over all lanes.
  const pieces = run.results.reduce((sum, { id }) => sum + received.pieces(id), 0)
  const growths = run.results.reduce((sum, { lane }) => sum + (lengths[lane.position]?.length ?? 0), 0)
  expect(pieces).toBeGreaterThan(60)
  expect(growths, 'how often answers grew on the screen').toBeGreaterThan(run.results.length)
})

test('a copied answer is the stored one, to the letter', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const screen = new TestPage(page)
  const id = await startRun('swift-8b')
  await page.goto(`/runs/${id}`)
  await screen.ended()

  await screen.lanes.getByRole('button', { name: 'Copy' }).click()

  const { results } = await storedRun(id)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(results[0]?.text)
})

test('a reload in mid-run goes on, and ends with the same text', async ({ page }) => {
  const screen = new TestPage(page)
  await page.goto(`/runs/${await startRun('sage-70b', 'muse-reasoner')}`)
  const sage = screen.answer(screen.lane('Sage 70B'))
  await expect(sage).toHaveText(/.{120}/)
  const before = ((await sage.textContent()) ?? '').slice(0, 100)

  const received = new ReceivedEvents(page)
  await page.reload()

  await expect(sage).toHaveText(/.{100}/)
  expect(await sage.textContent()).toContain(before)
  await expect(screen.stopAll).toBeVisible()
  await screen.ended()
  received.expectToMake(await screen.expectStored())
})

test('a finished run is the same when its link is opened anew', async ({ page }) => {
  const screen = new TestPage(page)
  const id = await startRun('swift-8b', 'muse-reasoner')
  await expect.poll(async () => (await storedRun(id)).status, { timeout: 45_000 }).toBe('COMPLETED')

  await page.goto(`/runs/${id}`)

  await expect(screen.lanes).toHaveCount(2)
  await screen.ended()
  await screen.expectStored()
})

test('stopping one lane leaves the others alone; stopping all ends the run', async ({ page }) => {
  const screen = new TestPage(page)
  const id = await startRun('sage-70b', 'muse-reasoner')
  await page.goto(`/runs/${id}`)
  const sage = screen.lane('Sage 70B')
  const muse = screen.lane('Muse Reasoner')
  await expect(screen.answer(sage)).toHaveText(/.{40}/)

  await sage.getByRole('button', { name: 'Stop' }).click()
  await expect(sage.getByText(/^Stopped/)).toBeVisible()
  await expect(muse.getByRole('button', { name: 'Stop' })).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(muse.getByText(/^Stopped/)).toBeVisible()
  await screen.ended()
  const run = await screen.expectStored()
  expect(run.status).toBe('CANCELLED')
  expect(run.results.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED'])
})

test('the focus goes on when the button that has it goes', async ({ page }) => {
  const screen = new TestPage(page)
  await page.goto('/test')
  await screen.run.press('Enter')
  const sage = screen.lane('Sage 70B')
  const muse = screen.lane('Muse Reasoner')
  await expect(sage.getByText('Streaming')).toBeVisible()
  await expect(screen.run).toBeFocused()

  await sage.getByRole('button', { name: 'Stop' }).press('Enter')
  await expect(sage.getByText(/^Stopped/)).toBeVisible()
  await expect(sage.getByRole('region')).toBeFocused()

  await muse.getByRole('button', { name: /^Remove lane/ }).press('Enter')
  await expect(muse).toBeHidden()
  await expect(sage.getByRole('region')).toBeFocused()

  await screen.run.press('Enter')
  await screen.stopAll.press('Enter')
  await screen.ended()
  await expect(screen.run).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a run, while it streams and at its end, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const screen = new TestPage(page)
    await page.goto(`/runs/${await startRun('swift-8b', 'sage-70b', 'muse-reasoner', 'moody-3b')}`)
    await expect(screen.lane('Sage 70B').getByText('Streaming')).toBeVisible()
    await expectAccessible(page)

    await screen.ended()
    await expectAccessible(page)
  })
}
