import { askAs, startLongRunAs, startRunAs, storedRunAs } from './harness/api'
import { expectAccessible } from './harness/axe'
import { expect, test } from './harness/sign-in-test'
import { TestPage } from './harness/test-page'

test('a run is noted, its best answer marked, shared, read by somebody else, and withdrawn', async ({ arrive }) => {
  const ada = await arrive('Ada Lovelace')
  await ada.enter('/test')
  const id = await startRunAs(ada.page.request, 'swift-8b', 'muse-reasoner')
  await ada.page.goto(`/runs/${id}`)
  const screen = new TestPage(ada.page)
  await screen.ended()

  await screen.lanes.first().getByRole('button', { name: 'Mark as the best answer' }).click()
  await expect(screen.lanes.first().getByRole('button', { name: /^Best answer/ })).toBeVisible()
  const notes = ada.page.getByRole('textbox', { name: 'Notes' })
  await notes.fill('Short, and right.')
  await notes.press('Control+Enter')
  await expect(ada.page.getByText('Saved', { exact: true })).toBeVisible()
  await ada.page.reload()
  await expect(notes).toHaveValue('Short, and right.')
  await expect(screen.lanes.first().getByRole('button', { name: /^Best answer/ })).toBeVisible()

  const bob = await arrive('Bob Kahn')
  await bob.enter(`/runs/${id}`)
  await expect(bob.page.getByText('There is no such run')).toBeVisible()

  await ada.page.getByRole('button', { name: 'Share', exact: true }).click()
  await ada.page.getByRole('button', { name: 'Share and copy link' }).click()
  await expect(ada.page.getByRole('button', { name: 'Withdraw' })).toBeVisible()
  await expectAccessible(ada.page)

  await bob.page.reload()
  const foreign = bob.page.getByRole('region', { name: "Somebody else's run" })
  await expect(foreign).toContainText('Ada Lovelace shared this run.')
  const read = new TestPage(bob.page)
  await expect(read.lanes).toHaveCount(2)
  await read.expectStored()
  await expect(bob.page.getByText('Short, and right.')).toBeVisible()
  for (const name of ['Run', 'Share', 'Add lane', 'Mark as the best answer']) {
    await expect(bob.page.getByRole('button', { name, exact: name !== 'Add lane' })).toHaveCount(0)
  }
  await expectAccessible(bob.page)
  await bob.page.goto('/history?scope=shared')
  await expect(bob.page.getByRole('row').filter({ hasText: 'Ada Lovelace' })).toHaveCount(1)
  await bob.page.goBack()
  await foreign.getByRole('button', { name: 'Run again' }).click()
  await expect(bob.page).not.toHaveURL(new RegExp(id))
  await expect(read.run).toBeVisible()
  const own = await storedRunAs(bob.page.request, await read.runId())
  expect(own.results).toHaveLength(2)

  await ada.page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(ada.page.getByRole('button', { name: 'Share and copy link' })).toBeVisible()
  await bob.page.goto(`/runs/${id}`)
  await expect(bob.page.getByText('There is no such run')).toBeVisible()
})

test('what a colleague follows ends at once when the run is withdrawn', async ({ arrive }) => {
  const bob = await arrive('Bob Kahn')
  await bob.enter('/history')
  const ada = await arrive('Ada Lovelace')
  await ada.enter('/test')
  const { request } = ada.page
  const id = await startLongRunAs(request, 'sage-70b')
  await askAs(request, 'mutation ($id: ID!) { shareRun(runId: $id) { id } }', { id })
  await bob.page.goto(`/runs/${id}`)
  await expect(new TestPage(bob.page).lanes).toHaveCount(1)
  await expect(bob.page.getByRole('region', { name: "Somebody else's run" })).toBeVisible()

  await askAs(request, 'mutation ($id: ID!) { unshareRun(runId: $id) { id } }', { id })
  await expect(bob.page.getByText('There is no such run')).toBeVisible()
  expect((await storedRunAs(request, id)).status).toBe('RUNNING')
  await askAs(request, 'mutation ($id: ID!) { cancelRun(runId: $id) { id } }', { id })
})
