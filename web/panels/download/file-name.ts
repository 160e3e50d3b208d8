/** A name for a file from a title: small letters, digits and hyphens, at most 60 of them; 'panel' when nothing is left of it. */
export function fileName(title: string, ending: 'csv' | 'svg' | 'png'): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return `${plain === '' ? 'panel' : plain}.${ending}`
}
