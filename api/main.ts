#!/usr/bin/env node
import { readConfig } from './config.ts'
import { makeLog } from './lib/log.ts'
import { describeFailure } from './start/failure.ts'
import { readyMessage } from './start/ready-message.ts'
import { start, type Started } from './start/start.ts'
import { onStopSignals } from './start/stop-signals.ts'

/** How long a stop may take after something unexpected happened. */
const STOP_MS = 15_000

const now = () => new Date()
const log = makeLog((line) => process.stderr.write(line), now)
const stopping = new AbortController()
let started: Started | null = null

onStopSignals({
  stop(name) {
    stopping.abort()
    log.info(`${name}: stopping`)
    if (started) void end(started)
  },
  force() {
    console.error('Forced to stop.')
    process.exit(1)
  },
})

process.on('uncaughtException', (error) => {
  log.error('Something unexpected happened; stopping', { error })
  setTimeout(() => process.exit(1), STOP_MS)
  void (started?.stop() ?? Promise.resolve()).finally(() => process.exit(1))
})

try {
  started = await start({ config: readConfig(), now, log, signal: stopping.signal })
  if (!started) process.exit(0)
  if (stopping.signal.aborted) await end(started)
  console.log(readyMessage(started.ready))
} catch (error) {
  console.error(describeFailure(error))
  process.exit(1)
}

async function end(running: Started) {
  try {
    await running.stop()
    process.exit(0)
  } catch (error) {
    log.error('The stop did not go as it should', { error })
    process.exit(1)
  }
}
