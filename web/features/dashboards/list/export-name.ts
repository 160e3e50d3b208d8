/**
 * The name of the file that a dashboard is exported to.
 * @example exportName('Costs: EU & US') // 'costs-eu-us.json'
 */
export function exportName(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return `${words.join('-').slice(0, 80) || 'dashboard'}.json`
}
