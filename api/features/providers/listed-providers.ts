import type { Services } from '../../schema/context.ts'
import { signInUrl } from './own-urls.ts'
import { selectListedProviders } from './queries.ts'

/** The providers that the sign-in page offers to everyone who opens it, by name, and where the sign-in with each begins. */
export async function listedProviders({
  sql,
  publicUrl,
}: Pick<Services, 'sql' | 'publicUrl'>): Promise<{ name: string; url: string }[]> {
  const providers = await selectListedProviders(sql)
  return providers.map((provider) => ({ name: provider.name, url: signInUrl(publicUrl, provider) }))
}
