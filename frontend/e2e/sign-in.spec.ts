import { readFileSync } from 'node:fs'
import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { startRunAs } from './harness/api'
import { expectAccessible } from './harness/axe'
import { ADMINISTRATOR, expect, test } from './harness/sign-in-test'
import { TestPage } from './harness/test-page'

/** So soon a page learns that its session is over: at the server's next look at its open sockets. */
const SOON = { timeout: 15_000 }

const VIEWER = { query: '{ viewer { name } }' }

/** Opens a run of the visitor's own and waits until its text comes, so that a socket is open. */
async function follow(page: Page, ...models: string[]): Promise<TestPage> {
  const screen = new TestPage(page)
  await page.goto(`/runs/${await startRunAs(page.request, ...models)}`)
  await expect(screen.answer(screen.lanes.first())).toHaveText(/.{40}/)
  return screen
}

function signedOut(page: Page): Locator {
  return page.getByRole('dialog', { name: 'You are signed out' })
}

/** How often the page renews its session from now on. */
function renewals(page: Page): () => number {
  let count = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/auth/refresh')) count += 1
  })
  return () => count
}

async function signOutEverywhere(page: Page): Promise<void> {
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page).toHaveURL('/sign-in')
}

/** Asks with a token alone, past every browser. */
async function bearer(browser: APIRequestContext, token: string): Promise<{ data?: { viewer: unknown } | null }> {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await browser.post('/graphql', { headers, data: VIEWER })
  return (await answer.json()) as { data?: { viewer: unknown } | null }
}

test('a stranger signs in on the way to a page, runs a test, and signs out', async ({ arrive, playwright, assay }) => {
  const ada = await arrive('Ada Lovelace')
  const { page } = ada
  await page.goto('/history?status=failed')
  await expect(page).toHaveURL('/sign-in')
  await expectAccessible(page)
  await ada.signIn()
  await expect(page).toHaveURL('/history?status=failed')

  await page.getByRole('link', { name: 'New test' }).first().click()
  const screen = new TestPage(page)
  const answers = await screen.watchAnswers()
  await screen.run.click()
  await screen.ended()
  const run = await screen.expectStored()
  expect(run.results).toHaveLength(4)
  expect((await answers()).flat().length, 'how often answers grew').toBeGreaterThan(4)

  const { cookies } = await ada.context.storageState()
  expect(cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual(
    expect.arrayContaining([
      ['assay-access', true, 'Strict'],
      ['assay-refresh', true, 'Strict'],
    ]),
  )
  const thief = await playwright.request.newContext({ baseURL: assay.url, storageState: { cookies, origins: [] } })
  await ada.choose('Sign out')
  await expect(page.getByRole('heading', { name: /^Sign in to/ })).toBeVisible()
  await expect(page).toHaveURL('/sign-in')
  expect(await (await thief.post('/graphql', { data: VIEWER })).json()).toEqual({ data: { viewer: null } })
  expect((await thief.post('/auth/refresh', { data: {} })).status()).toBe(401)
  await page.goBack()
  await expect(page).toHaveURL('/sign-in')
})

test('a run streams on through a renewal and a cut of the socket, and loses nothing', async ({ arrive }) => {
  const ida = await arrive('Ida Rhodes')
  const { page } = ida
  await ida.enter('/history')
  const sockets: { cut: () => Promise<void> }[] = []
  await page.routeWebSocket('**/graphql-ws', (socket) => {
    const server = socket.connectToServer()
    sockets.push({
      cut: async () => {
        await server.close()
        await socket.close({ code: 3001, reason: 'cut' })
      },
    })
  })
  const screen = await follow(page, 'sage-70b', 'muse-reasoner')
  const answers = await screen.watchAnswers()
  const renewed = renewals(page)

  await ida.loseAccess()
  await sockets[0]?.cut()
  await expect.poll(renewed).toBe(1)
  await expect.poll(() => sockets.length).toBeGreaterThan(1)
  await expect(screen.stopAll).toBeVisible()

  await screen.ended()
  await screen.expectStored()
  for (const lengths of await answers()) expect(lengths).toEqual([...lengths].sort((one, other) => one - other))
  await expect(signedOut(page)).toBeHidden()
  expect(renewed()).toBe(1)
})

test('a request that comes without access is sent again after one renewal, unnoticed', async ({ arrive }) => {
  const mary = await arrive('Mary Jackson')
  const { page } = mary
  await mary.enter('/models')
  await expect(page.getByRole('row', { name: /Swift 8B/ })).toBeVisible()
  const renewed = renewals(page)

  await mary.loseAccess()
  await page.getByRole('link', { name: 'History' }).first().click()
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  await expect.poll(renewed).toBe(1)
  await expect(page.getByText('No runs yet')).toBeVisible()
  await mary.choose('Profile')
  await expect(page.getByText('this browser')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(renewed()).toBe(1)
})

test('who is signed out elsewhere is told at once, and comes back to the same place', async ({ arrive }) => {
  const [here, there] = [await arrive('Joan Clarke'), await arrive('Joan Clarke')]
  await here.enter('/history')
  await there.enter('/profile')
  await follow(here.page, 'sage-70b')
  const place = here.page.url()
  await signOutEverywhere(there.page)

  await expect(signedOut(here.page)).toBeVisible(SOON)
  await expectAccessible(here.page)
  await here.page.keyboard.press('Escape')
  await expect(signedOut(here.page)).toBeVisible()
  await expect(signedOut(here.page).getByRole('button', { name: 'Sign in' })).toBeFocused()
  await here.page.keyboard.press('Enter')
  await here.signIn()
  await expect(here.page).toHaveURL(place)
  await expect(new TestPage(here.page).lanes).toHaveCount(1)
})

test('signing out in one tab tells the other', async ({ arrive }) => {
  const jean = await arrive('Jean Bartik')
  await jean.enter('/history')
  const other = await jean.context.newPage()
  await other.goto('/models')
  await expect(other.getByRole('row', { name: /Swift 8B/ })).toBeVisible()

  await jean.choose('Sign out')
  await expect(signedOut(other)).toBeVisible(SOON)
  await jean.signIn()
  await expect(signedOut(other)).toBeHidden(SOON)
})

test('an API token is shown once, works, and works no more once it is revoked', async ({
  arrive,
  playwright,
  assay,
}) => {
  const kay = await arrive('Kay McNulty')
  const { page } = kay
  await kay.enter('/profile')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('nightly comparison')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Copy your token now' })).toBeVisible()
  await expectAccessible(page)
  const token = (await dialog.getByRole('region', { name: 'Token' }).textContent()) ?? ''
  const script = await playwright.request.newContext({ baseURL: assay.url })
  expect(await bearer(script, token)).toEqual({ data: { viewer: { name: 'Kay McNulty' } } })

  await dialog.getByRole('button', { name: 'I have copied it' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'nightly comparison' })
  await expect(row).toBeVisible()
  expect(await page.content()).not.toContain(token)
  await row.getByRole('button', { name: 'Revoke nightly comparison' }).click()
  await dialog.getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toBeHidden()
  const refused = await script.post('/graphql', { headers: { authorization: `Bearer ${token}` }, data: VIEWER })
  expect(await refused.text()).toContain('UNAUTHENTICATED')
})

test('the export holds the run; a deleted account begins anew, empty', async ({ arrive }) => {
  const betty = await arrive('Betty Holberton')
  const { page } = betty
  await betty.enter('/history')
  const screen = await follow(page, 'swift-8b')
  await screen.ended()
  const { results } = await screen.expectStored()

  await betty.choose('Profile')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download' }).click()
  const text = readFileSync(await (await downloading).path(), 'utf8')
  expect(JSON.parse(text)).toHaveProperty('account')
  expect(text).toContain(JSON.stringify(results[0]?.text).slice(1, -1))
  expect(text).toContain(betty.claims.email)

  await page.getByRole('button', { name: 'Delete account…' }).click()
  await page.keyboard.type('somebody@example.org')
  await page.keyboard.press('Enter')
  await expect(page.getByText('That is not what stands above.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('textbox').fill(betty.claims.email)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/sign-in')

  await betty.signIn()
  await page.goto('/history')
  await expect(page.getByText('No runs yet')).toBeVisible()
})

test('an administrator locks a person out, at once, and lets the person in again', async ({ arrive }) => {
  const mallory = await arrive('Mallory Weiss')
  const grace = await arrive(ADMINISTRATOR)
  await mallory.enter('/history')
  await follow(mallory.page, 'sage-70b')
  await grace.enter('/history')
  await grace.choose('People')
  await grace.page.getByLabel('Name or e-mail address').fill('mallory')
  const { page } = grace
  const row = page.getByRole('row', { name: /Mallory Weiss/ })
  await expect(page.getByText('1 person matches')).toBeVisible()
  await expectAccessible(page)
  await row.getByRole('button', { name: 'Deactivate Mallory Weiss' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()

  await expect(signedOut(mallory.page)).toBeVisible(SOON)
  await expect(row).toContainText('Deactivated')
  await mallory.page.getByRole('button', { name: 'Sign in' }).click()
  await mallory.attemptSignIn()
  await expect(mallory.page.getByRole('alert')).toContainText('Your account is deactivated.')
  await expectAccessible(mallory.page)

  await row.getByRole('button', { name: 'Reactivate Mallory Weiss' }).click()
  await expect(row).toContainText('Active')
  await mallory.signIn()
  await expect(mallory.page).toHaveURL(/\/runs\//)
})

test('members find no list of people', async ({ arrive }) => {
  const ruth = await arrive('Ruth Teitelbaum')
  await ruth.enter('/people')
  await expect(ruth.page.getByRole('heading', { name: 'This page is for administrators' })).toBeVisible()
})

test('who said no at the provider is told so', async ({ arrive }) => {
  const { page } = await arrive('Marlyn Meltzer')
  await page.goto('/auth/callback/oidc?error=access_denied&state=x')
  await expect(page).toHaveURL('/sign-in?error=denied', { timeout: 3_000 })
  await expect(page.getByRole('alert')).toHaveText('The sign-in was cancelled, or the provider refused it.')
})

test('a failed sign-in is told in words', async ({ arrive }) => {
  const { page } = await arrive('Marlyn Meltzer')
  await page.goto('/auth/callback/oidc?code=x&state=x')
  await expect(page.getByRole('alert')).toContainText('The sign-in did not work.')
  await page.goto('/auth/callback/oidc')
  await expect(page.getByRole('alert')).toContainText('The sign-in took too long')
  await expectAccessible(page)
})

test('too many attempts to sign in are told in words', async ({ arrive }) => {
  const { page } = await arrive('Marlyn Meltzer')
  const attempt = () => page.request.get('/auth/login/oidc', { headers: { accept: 'text/html' }, maxRedirects: 0 })
  const link = page.getByRole('link', { name: /^Continue with/ })
  // One attempt comes back every second, and on a busy machine the click may be the one that has it.
  await expect(async () => {
    await page.goto('/sign-in')
    await expect(link).toBeVisible()
    await Promise.all(Array.from({ length: 90 }, attempt))
    await link.click()
    await expect(page.getByRole('alert')).toContainText('There were too many attempts.', { timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
})

test('the link in the log makes one browser the administrator, once', async ({ browser, unclaimed }) => {
  const { url, said } = await unclaimed
  const link = /\/sign-in#link=\S+/.exec(said())?.[0] ?? ''
  const [first, second] = await Promise.all([1, 2].map(() => browser.newPage({ baseURL: url })))
  if (!first || !second) throw new Error('no page')

  await first.goto('/models')
  await expect(first.getByRole('heading', { name: 'No sign-in is set up' })).toBeVisible()
  await first.goto(link)
  await expectAccessible(first)
  await first.getByRole('button', { name: 'Sign in as administrator' }).click()
  await expect(first).toHaveURL('/models', SOON)
  await first.goto('/people')
  await expect(first.getByRole('heading', { name: 'Nobody has signed in yet' })).toBeVisible()

  await second.goto(link)
  await second.getByRole('button', { name: 'Sign in as administrator' }).click()
  await expect(second.getByRole('alert')).toContainText('This link has been used already')
  expect(second.url()).not.toContain('link=')
  await first.context().close()
  await second.context().close()
})
