import { Markdown } from '@/ui/markdown/Markdown'
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'

afterEach(cleanup)

const html = (text: string) => render(<Markdown text={text} />).container.innerHTML

describe('Markdown', () => {
  it('shows raw HTML as text and runs none of it', () => {
    const { container } = render(<Markdown text={'<script>alert(1)</script>\n\na <b onclick="x()">b</b>'} />)
    expect(container.querySelector('script, b, [onclick]')).toBeNull()
    expect(container.textContent).toContain('<script>alert(1)</script>')
    expect(container.textContent).toContain('<b onclick="x()">b</b>')
  })

  it('fetches no pictures', () => {
    const { container } = render(<Markdown text="![a cat](https://example.org/cat.png)" />)
    expect(container.querySelector('img')).toBeNull()
    expect(container.querySelector('a')?.textContent).toBe('a cat')
  })

  it('lets links lead to the web alone, and tells the web nothing', () => {
    const { container } = render(
      <Markdown text="[a](javascript:alert(1)) [b](https://example.org) [c](data:text/html,x)" />,
    )
    const links = [...container.querySelectorAll('a')]
    expect(links.map((link) => link.href)).toEqual(['https://example.org/'])
    expect(links[0]?.rel).toContain('noopener')
  })

  it('reads entities once', () => {
    expect(render(<Markdown text={'1 &lt; 2 &amp;&amp; `&lt;`'} />).container.textContent).toBe('1 < 2 && &lt;')
  })

  it('renders lists, code and tables', () => {
    expect(html('2. two\n3. three')).toContain('<ol start="2">')
    expect(html('- [x] done')).toContain('type="checkbox"')
    expect(html('```sql\nSELECT 1\n```')).toContain('<span class="code-keyword">SELECT</span>')
    expect(html('|a|\n|-|\n|1|')).toContain('<td>1</td>')
  })
})
