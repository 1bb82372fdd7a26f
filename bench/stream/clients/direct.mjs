// Calls straight to the simulator: what there is without anything in between.
import { Agent, request } from 'undici'

const HEADERS = { 'content-type': 'application/json' }
const MESSAGES = [{ role: 'user', content: 'Why is the sky blue?' }]

export class Direct {
  constructor({ baseUrl, model }) {
    this.url = `${baseUrl}/chat/completions`
    this.agent = new Agent({ pipelining: 1 })
    this.body = JSON.stringify({ model, stream: true, stream_options: { include_usage: true }, messages: MESSAGES })
  }

  async open() {}

  start(index, [stream]) {
    stream.started()
    this.read(stream).then(
      () => stream.ended(),
      (error) => stream.failed(error),
    )
  }

  async read(stream) {
    const { statusCode, body } = await request(this.url, {
      method: 'POST',
      headers: HEADERS,
      body: this.body,
      dispatcher: this.agent,
    })
    body.setEncoding('utf8')
    let text = ''
    body.on('data', (chunk) => {
      text += chunk
      let from = 0
      for (let to = text.indexOf('\n\n'); to >= 0; from = to + 2, to = text.indexOf('\n\n', from)) {
        event(text.slice(from + 'data: '.length, to), stream)
      }
      text = text.slice(from)
    })
    await new Promise((resolve, reject) => body.on('end', resolve).on('error', reject))
    if (statusCode !== 200) throw new Error(`Status ${statusCode}: ${text}`)
  }

  async close() {
    await this.agent.destroy()
  }
}

function event(data, stream) {
  if (data === '[DONE]') return
  const content = JSON.parse(data).choices[0]?.delta.content
  if (content) stream.take(content)
}
