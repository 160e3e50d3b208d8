import { readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import type { Identity } from './run-program.ts'

/**
 * As whom PostgreSQL runs. An ordinary user runs it as himself. PostgreSQL refuses root: then it runs as the owner of
 * `dataFolder` where that exists, or else as the user `postgres`, or as `nobody` where there is none. No user is made.
 */
export async function serverIdentity(dataFolder: string): Promise<Identity> {
  const uid = process.getuid?.()
  if (uid !== 0) return { name: uid === undefined ? 'this user' : await userName(uid) }
  const owner = await stat(dataFolder).catch(() => null)
  if (owner && owner.uid !== 0) return { name: await userName(owner.uid), uid: owner.uid, gid: owner.gid }
  const users = await readUsers()
  const user = users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody')
  return user ?? { name: 'nobody', uid: 65534, gid: 65534 }
}

/** The name of a user, or the number as text where it has none (in containers it may have none). */
export async function userName(uid: number): Promise<string> {
  if (uid === process.getuid?.()) {
    try {
      return userInfo().username
    } catch {
      return String(uid)
    }
  }
  return (await readUsers()).find((user) => user.uid === uid)?.name ?? String(uid)
}

async function readUsers(): Promise<{ name: string; uid: number; gid: number }[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}
