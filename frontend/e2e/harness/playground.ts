import { expect, type Locator, type Page } from '@playwright/test'

/** The editor, as GraphiQL leaves it in the page. */
interface Monaco {
  editor: { getModels: () => { uri: { path: string }; getValue: () => string }[] }
}

/** GraphiQL at `/graphiql`. */
export class Playground {
  readonly examples: Locator
  private readonly response: Locator

  constructor(private readonly page: Page) {
    this.examples = page.getByRole('region', { name: 'Examples' })
    this.response = page.locator('section.result-window')
  }

  async open(): Promise<void> {
    await this.page.goto('/graphiql')
    await expect(this.page.getByRole('button', { name: /Execute query/ })).toBeVisible()
    await expect(this.page.getByRole('code').first()).toBeVisible()
  }

  async choose(example: string): Promise<void> {
    await this.examples.getByRole('button', { name: new RegExp(`^${example}(?! and)`) }).click()
  }

  async run(): Promise<void> {
    await this.page.getByRole('button', { name: /Execute query/ }).click()
  }

  /** The whole answer: the editor draws only what is in sight. */
  async answer(): Promise<string> {
    return this.page.evaluate(() => {
      const { __MONACO: monaco } = globalThis as unknown as { __MONACO: Monaco }
      const model = monaco.editor.getModels().find(({ uri }) => uri.path.endsWith('response.json'))
      return model?.getValue() ?? ''
    })
  }

  /** Waits until the answer fits, and gives it. */
  async expectAnswer(wanted: RegExp): Promise<string> {
    await expect(this.response).toBeVisible()
    await expect.poll(() => this.answer(), { timeout: 60_000 }).toMatch(wanted)
    return this.answer()
  }
}
