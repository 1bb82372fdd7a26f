// The bare relay, by a websocket for each stream.
import { once } from 'node:events'
import WebSocket from 'ws'

export class Relay {
  constructor({ relayUrl, baseUrl, model }) {
    this.url = relayUrl
    this.ask = { model, baseUrl }
    this.sockets = []
  }

  async open(index) {
    const socket = new WebSocket(this.url)
    this.sockets[index] = socket
    await once(socket, 'open')
  }

  start(index, [stream]) {
    const socket = this.sockets[index]
    let next = 0
    socket.removeAllListeners('message').removeAllListeners('close')
    socket.on('message', (data) => {
      const message = JSON.parse(data)
      if (message.done) {
        stream.ended()
        return
      }
      if (message.seq !== next++) stream.wrong.sequence++
      stream.take(message.text)
    })
    socket.once('close', () => stream.failed('The relay closed'))
    stream.started()
    socket.send(JSON.stringify({ id: String(index), ...this.ask }))
  }

  async close() {
    for (const socket of this.sockets) {
      socket.removeAllListeners('close')
      socket.terminate()
    }
  }
}
