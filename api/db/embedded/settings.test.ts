import { expect, test } from 'vitest'
import { serverSettings, settingArguments } from './settings.ts'

const MB = 2 ** 20

test('a quarter of the memory for buffers, and never more than 1 GB', () => {
  expect(serverSettings({ memoryBytes: 2048 * MB, sharedMemoryBytes: null })).toContain('shared_buffers = 512MB')
  expect(serverSettings({ memoryBytes: 65536 * MB, sharedMemoryBytes: null })).toContain('shared_buffers = 1024MB')
  expect(serverSettings({ memoryBytes: 64 * MB, sharedMemoryBytes: null })).toContain('shared_buffers = 32MB')
})

test('where /dev/shm is small, parallel queries share memory in files', () => {
  const setting = 'dynamic_shared_memory_type = mmap'
  expect(serverSettings({ memoryBytes: 2048 * MB, sharedMemoryBytes: 64 * MB })).toContain(setting)
  expect(serverSettings({ memoryBytes: 2048 * MB, sharedMemoryBytes: 1024 * MB })).not.toContain(setting)
})

test('nothing makes it less durable than PostgreSQL is by itself', () => {
  const text = serverSettings({ memoryBytes: 2048 * MB, sharedMemoryBytes: null }).join('\n')
  expect(text).not.toMatch(/fsync|synchronous_commit|full_page_writes/)
})

test('settings become arguments', () => {
  expect(settingArguments(['fsync = off', "timezone = 'UTC'", 'max_connections=5'])).toEqual(
    ['fsync=off', 'timezone=UTC', 'max_connections=5'].flatMap((setting) => ['-c', setting]),
  )
  expect(() => settingArguments(['; drop'])).toThrow('not a setting: ; drop')
})
