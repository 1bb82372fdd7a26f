import { expect, type Locator, type Page } from '@playwright/test'
import { parse } from 'marked'
import { storedRunAs, type StoredRun } from './api'

/** The screen of `/test` and `/runs/:id`. */
export class TestPage {
  readonly lanes: Locator
  readonly run: Locator
  readonly stopAll: Locator
  readonly runAgain: Locator

  constructor(private readonly page: Page) {
    this.lanes = page.getByRole('article')
    this.run = page.getByRole('button', { name: 'Run', exact: true })
    this.stopAll = page.getByRole('button', { name: 'Stop all' })
    this.runAgain = page.getByRole('region', { name: 'The race' }).getByRole('button', { name: 'Run again' })
  }

  lane(name: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(name) })
  }

  /** The answer that a lane shows, without the reasoning before it. */
  answer(lane: Locator): Locator {
    return lane.getByRole('region').locator('.markdown').last()
  }

  /** The id of the run that the address names; waits for it. */
  async runId(): Promise<string> {
    await this.page.waitForURL(/\/runs\/[0-9a-f-]{36}$/)
    return new URL(this.page.url()).pathname.replace('/runs/', '')
  }

  /** Notes from now on how long each lane's answer is whenever it changes on the screen; gives a way to ask for it. */
  async watchAnswers(): Promise<() => Promise<number[][]>> {
    const lengths = await this.page.evaluateHandle(() => {
      const seen: number[][] = []
      const look = () =>
        document.querySelectorAll('article').forEach((lane, index) => {
          const length = [...lane.querySelectorAll('.markdown')].at(-1)?.textContent.length ?? 0
          const noted = (seen[index] ??= [])
          if (length !== (noted.at(-1) ?? 0)) noted.push(length)
        })
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
      return seen
    })
    return () => lengths.jsonValue()
  }

  /** Waits until all lanes ended. */
  async ended(): Promise<void> {
    await expect(this.runAgain).toBeVisible({ timeout: 60_000 })
  }

  /** Fails unless every lane shows its answer as it is stored. Gives the run. */
  async expectStored(): Promise<StoredRun> {
    const run = await storedRunAs(this.page.request, await this.runId())
    for (const { lane, text } of run.results) {
      if (text === '') continue
      const shown = await this.answer(this.lanes.nth(lane.position)).textContent()
      expect(letters(shown ?? '')).toBe(letters(await this.rendered(text)))
    }
    return run
  }

  /** The text of Markdown, as a browser has it. */
  private async rendered(markdown: string): Promise<string> {
    const html = await parse(markdown)
    return this.page.evaluate((it) => new DOMParser().parseFromString(it, 'text/html').body.textContent, html)
  }
}

/** Without white space, which a browser lays out as it likes. */
function letters(text: string): string {
  return text.replaceAll(/\s+/g, '')
}
