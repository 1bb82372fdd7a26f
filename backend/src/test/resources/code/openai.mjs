// What the package `openai` does with a request, and no more.
export default class OpenAI {
  constructor({ baseURL, apiKey }) {
    const create = (body) => stream(`${baseURL}/chat/completions`, apiKey, body)
    this.chat = { completions: { create } }
  }
}

async function stream(url, key, body) {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const lines = (await response.text()).split('\n').filter((line) => line.startsWith('data: {'))
  return lines.map((line) => JSON.parse(line.slice(6)))
}
