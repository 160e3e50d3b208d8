import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublic, makeGuardedFetch } from './guarded-fetch.ts'
import { UserError } from './user-error.ts'

let answer: RequestListener
const server = createServer((request, response) => answer(request, response))
let base: string

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('asking a server that a user has named', () => {
  const fetch = makeGuardedFetch(null)

  it('gives the answer, and sends what is to be sent', async () => {
    answer = (request, response) => {
      response.writeHead(201, { 'Content-Type': 'text/plain', 'X-Method': request.method })
      request.pipe(response)
    }
    const response = await fetch(`http://${base}/`, { method: 'POST', body: new URLSearchParams({ a: 'b' }) })
    expect([response.status, response.headers.get('x-method'), await response.text()]).toEqual([201, 'POST', 'a=b'])
  })

  it('does not follow a redirect', async () => {
    answer = (_request, response) => void response.writeHead(302, { Location: 'http://169.254.169.254/' }).end()
    expect((await fetch(`http://${base}/`)).status).toBe(302)
  })

  it('reads at most 1 MB', async () => {
    let sent = 0
    answer = (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65536)) && sent < 1e9) sent += 65536
      }
      response.on('drain', more)
      more()
    }
    await expect(fetch(`http://${base}/`)).rejects.toThrow('the answer is larger than 1,048,576 bytes')
    expect(sent).toBeLessThan(20e6)
  })

  it('stops waiting after 5 seconds, also in the middle of an answer', async () => {
    answer = (_request, response) => void response.write('a')
    const begun = performance.now()
    await expect(fetch(`http://${base}/`)).rejects.toThrow()
    expect(performance.now() - begun).toBeLessThan(6000)
  })
})

describe('where it may go', () => {
  const guarded = makeGuardedFetch([])

  it('is not this machine, by number or by name', async () => {
    let asked = 0
    answer = (_request, response) => void (asked++, response.end())
    const port = base.split(':')[1]
    const hosts = ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '0', '[::1]', '[::ffff:127.0.0.1]', '[::]']
    for (const host of hosts) {
      await expect(guarded(`http://${host}:${port}/`), host).rejects.toThrow(UserError)
    }
    expect(asked).toBe(0)
  })

  it('is a private network that is allowed', async () => {
    answer = (_request, response) => void response.end('here')
    expect(await (await makeGuardedFetch(['127.0.0.0/8'])(`http://${base}/`)).text()).toBe('here')
    await expect(makeGuardedFetch(['10.0.0.0/8'])(`http://${base}/`)).rejects.toThrow('TACHOGRAPH_PRIVATE_NETWORKS')
  })

  it.each([
    ['10.0.0.1', false],
    ['172.16.0.1', false],
    ['192.168.0.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['198.18.0.1', false],
    ['::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['93.184.215.14', true],
    ['2606:2800:21f:cb07::1', true],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected)
  })
})
