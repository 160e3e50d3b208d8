const MB = 2 ** 20

export interface Machine {
  /** Memory that this machine or container may use, in bytes. */
  memoryBytes: number
  /** Room in /dev/shm in bytes, or null where there is none. Containers often have 64 MB. */
  sharedMemoryBytes: number | null
}

/**
 * Settings for a server that shares one machine with the rest of us, as lines of `postgresql.conf`. Durability stays as
 * PostgreSQL ships it: a committed row survives a power cut.
 */
export function serverSettings({ memoryBytes, sharedMemoryBytes }: Machine): string[] {
  const share = (part: number, least: number, most: number) =>
    `${Math.round(Math.min(most, Math.max(least, (memoryBytes * part) / MB)))}MB`
  return [
    `shared_buffers = ${share(1 / 4, 32, 1024)}`,
    `effective_cache_size = ${share(1 / 2, 64, 65536)}`,
    `work_mem = ${share(1 / 256, 4, 32)}`,
    `maintenance_work_mem = ${share(1 / 32, 32, 512)}`,
    'max_connections = 100',
    // After a checkpoint whole pages go into the log. Compressing them costs ten times what writing them does, and saves
    // little: ids of jobs are random. So there are few checkpoints, and no compression.
    'max_wal_size = 4GB',
    'checkpoint_timeout = 10min',
    // Disks of today, and short analytic statements.
    'random_page_cost = 1.1',
    'jit = off',
    // Parallel queries share memory there; in a small one they would fail with "No space left on device".
    ...(sharedMemoryBytes !== null && sharedMemoryBytes < 256 * MB ? ['dynamic_shared_memory_type = mmap'] : []),
    // Its log is for what went wrong.
    'log_checkpoints = off',
    'log_timezone = UTC',
    'timezone = UTC',
  ]
}

/** Lines of `postgresql.conf` as arguments for the server. Of two lines for one name the later counts. */
export function settingArguments(lines: string[]): string[] {
  return lines.flatMap((line) => {
    const [, name, value] = /^(\w+)\s*=\s*'?(.*?)'?$/.exec(line) ?? []
    if (!name) throw new RangeError(`not a setting: ${line}`)
    return ['-c', `${name}=${value}`]
  })
}
