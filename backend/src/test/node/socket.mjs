// Does one thing with the graphql-ws client and prints what happens, a JSON value a line.
// Usage: node socket.mjs <url> <document>... Each document is subscribed to at the same time.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, ...documents] = process.argv.slice(2);
const say = (value) => process.stdout.write(JSON.stringify(value) + '\n');

const client = createClient({
  url,
  webSocketImpl: WebSocket,
  lazy: false,
  keepAlive: 200,
  // Under Node a refused connection is an error and no close event, and by itself only the latter is tried again.
  shouldRetry: () => true,
  onNonLazyError: () => {},
  retryAttempts: 100,
  retryWait: () => new Promise((resolve) => setTimeout(resolve, 50)),
  on: {
    connected: () => say({ event: 'connected' }),
    closed: ({ code }) => say({ event: 'closed', code }),
    pong: () => say({ event: 'pong' }),
  },
});

let open = documents.length;
const disposals = documents.map((query, index) =>
  client.subscribe(
    { query },
    {
      next: (result) => say({ event: 'next', index, result }),
      error: (error) => end({ event: 'error', index, error: Array.isArray(error) ? error : { code: error.code } }),
      complete: () => end({ event: 'complete', index }),
    },
  ),
);

function end(event) {
  say(event);
  if (--open === 0) {
    client.dispose();
  }
}

// "complete <index>" on standard input unsubscribes.
process.stdin.setEncoding('utf8');
process.stdin.on('data', (line) => disposals[Number(line.trim().split(' ')[1])]());
process.stdin.unref?.();
