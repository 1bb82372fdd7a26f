// Chromium by its own protocol over a pipe. A test library would have the browser tell it of every message of the socket,
// 800 a second here, and so measure itself.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export async function startBrowser({ width, height }) {
  const data = mkdtempSync(join(tmpdir(), 'assay-chromium-'))
  const child = spawn(
    process.env.CHROMIUM ?? '/usr/bin/chromium',
    [
      '--headless',
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-pipe',
      '--hide-scrollbars',
      `--user-data-dir=${data}`,
      `--window-size=${width},${height}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const send = connect(child.stdio[3], child.stdio[4])
  const { product } = await send('Browser.getVersion')
  const { targetInfos } = await send('Target.getTargets')
  const target = targetInfos.find(({ type }) => type === 'page').targetId
  const { sessionId } = await send('Target.attachToTarget', {
    targetId: target,
    flatten: true,
  })
  const ask = (method, params) => send(method, params, sessionId)
  await ask('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: false,
  })
  return {
    version: product.split('/')[1],
    page: pageOf(ask),
    stop: () => stop(child, send, data),
  }
}

function pageOf(ask) {
  /** The value of an expression, or of a function called without arguments, in the page. */
  const evaluate = async (code) => {
    const expression = typeof code === 'function' ? `(${code})()` : code
    const { result, exceptionDetails } = await ask('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  return {
    ask,
    evaluate,
    open: async (url, init) => {
      await ask('Page.enable')
      if (init)
        await ask('Page.addScriptToEvaluateOnNewDocument', {
          source: `(${init})()`,
        })
      await ask('Page.navigate', { url })
    },
    /** Until the expression is true. */
    until: async (expression, withinMs = 120_000) => {
      const deadline = Date.now() + withinMs
      while (!(await evaluate(expression).catch(() => false))) {
        if (Date.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${expression}`)
        await sleep(200)
      }
    },
    press: async (key, code) => {
      await ask('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code })
      await ask('Input.dispatchKeyEvent', { type: 'keyUp', key, code })
    },
  }
}

/** Messages are JSON, each ended by a zero byte; answers carry the number of what was asked. */
function connect(out, back) {
  const waiting = new Map()
  let [last, rest] = [0, '']
  back.setEncoding('utf8').on('data', (data) => {
    const messages = (rest + data).split('\0')
    rest = messages.pop()
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const { resolve, reject } = waiting.get(id) ?? {}
      if (error) reject?.(new Error(error.message))
      else resolve?.(result)
      waiting.delete(id)
    }
  })
  return (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      out.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
    })
}

async function stop(child, send, data) {
  const ended = once(child, 'exit')
  void send('Browser.close')
  await ended
  rmSync(data, {
    recursive: true,
    force: true,
    maxRetries: 5,
    retryDelay: 200,
  })
}
