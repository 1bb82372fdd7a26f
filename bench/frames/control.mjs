// The least page that shows the same run: the same socket and events, eight boxes of bare text that stay at their end, no
// React, no Markdown, no numbers. What it drops, the machine and its browser drop.

const UPDATE_MS = 50
const EVENTS = `subscription ($runId: ID!) { runEvents(runId: $runId) { __typename
  ... on RunSnapshot { run { results { id lane { position } text } } }
  ... on TextAppended { resultId text } } }`

/** What makes it of any page of the service's own origin, so that the socket lets it in. */
export const controlPage = (runId) => `(${follow})(${JSON.stringify([runId, EVENTS, UPDATE_MS, STYLE])})`

const STYLE = `body { margin: 0; display: flex; height: 100vh; overflow-x: auto; font: 13px/20px system-ui, sans-serif }
  section { flex: 1 0 318px; overflow-y: auto; padding: 150px 16px 32px; box-sizing: border-box; contain: strict; background: #fff }`

/** Runs in the page. A paragraph that has ended is not touched again. */
function follow([runId, query, everyMs, style]) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets = [sheet]
  document.body.replaceChildren()
  const boxes = new Map()
  const show = (lane) => {
    const { box, last } = lane
    const [first, ...rest] = lane.waiting.split('\n\n')
    last.append(first)
    for (const text of rest)
      box.append(
        (lane.last = Object.assign(document.createElement('p'), {
          textContent: text,
        })),
      )
    lane.waiting = ''
    box.scrollTop = box.scrollHeight
  }
  const open = ({ id, text }) => {
    const box = document.body.appendChild(document.createElement('section'))
    boxes.set(id, {
      box,
      last: box.appendChild(document.createElement('p')),
      waiting: text,
    })
  }
  const take = (event) => {
    if (event.__typename === 'RunSnapshot') event.run.results.forEach(open)
    else if (event.__typename === 'TextAppended') boxes.get(event.resultId).waiting += event.text
  }
  let shownAt = 0
  const frame = (now) => {
    requestAnimationFrame(frame)
    if (now - shownAt < everyMs) return
    shownAt = now
    for (const lane of boxes.values()) if (lane.waiting !== '') show(lane)
  }
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/graphql-ws`, 'graphql-transport-ws')
  const send = (message) => socket.send(JSON.stringify(message))
  socket.onopen = () => send({ type: 'connection_init' })
  socket.onmessage = ({ data }) => {
    const { type, payload } = JSON.parse(data)
    if (type === 'connection_ack')
      send({
        id: '1',
        type: 'subscribe',
        payload: { query, variables: { runId } },
      })
    else if (type === 'ping') send({ type: 'pong' })
    else if (type === 'next') take(payload.data.runEvents)
  }
  addEventListener('DOMContentLoaded', () => requestAnimationFrame(frame))
}
