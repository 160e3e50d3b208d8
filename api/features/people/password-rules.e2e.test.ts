import { createHash } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { checkPassword } from './password-rules.ts'

const ada = { email: 'augusta.ada@example.com', name: 'Augusta Ada King' }

test.each(['correct horse battery', '    a b c   ', 'пароль на каждый день', '🐎🔋📎🐎🔋📎🐎🔋📎🐎'])(
  '%j is taken',
  async (password) => {
    await expect(checkPassword(password, ada, null)).resolves.toBeUndefined()
  },
)

test.each([
  ['', 'too short: use at least 10 characters'],
  ['nine char', 'too short'],
  ['🐎🔋📎🐎🔋📎🐎🔋📎', 'too short'],
  ['x'.repeat(1001), 'too long'],
  ['1234567890', 'tried first'],
  ['Password123', 'tried first'],
  ['QWERTYUIOP', 'tried first'],
  ['Ｐassword123', 'tried first'],
  ['augusta.ada@example.com', 'your name or your address'],
  ['AUGUSTA.ADA', 'your name or your address'],
  ['augusta ada king', 'your name or your address'],
  ['AugustaAdaKing', 'your name or your address'],
  ['a NUL \0 in it', 'cannot be typed'],
  ['half a character \ud800', 'cannot be typed'],
])('%j is refused', async (password, reason) => {
  await expect(checkPassword(password, ada, null)).rejects.toThrow(reason)
})

/** A service like that of Have I Been Pwned, and the addresses that it was asked at. */
async function service(answer: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const password = 'correct horse battery'
const hash = createHash('sha1').update(password).digest('hex').toUpperCase()

test('a service for breached passwords hears five characters of a hash, and its answer counts', async () => {
  const found = await service((_request, response) => response.end(`${'0'.repeat(35)}:3\r\n${hash.slice(5)}:17\r\n`))
  await expect(checkPassword(password, ada, `${found.url}/`)).rejects.toThrow('known from a breach')
  expect(found.asked).toEqual([`/range/${hash.slice(0, 5)}`])
  const padding = await service((_request, response) => response.end(`${hash.slice(5)}:0`))
  await checkPassword(password, ada, padding.url)
  const others = await service((_request, response) => response.end(`${'F'.repeat(35)}:9`))
  await checkPassword(password, ada, others.url)
})

test('when the service fails or says nothing, the password is taken', async () => {
  const broken = await service((_request, response) => response.writeHead(503).end(`${hash.slice(5)}:17`))
  await checkPassword(password, ada, broken.url)
  await checkPassword(password, ada, 'http://127.0.0.1:1')
  const silent = await service(() => {})
  const start = performance.now()
  await checkPassword(password, ada, silent.url)
  expect(performance.now() - start).toBeLessThan(4_000)
})
