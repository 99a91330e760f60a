/** The package brings no types; these are the parts used. */
declare module 'word-extractor' {
  type Reading = { filterUnicode: boolean; includeFooters?: boolean; includeHeadersAndFooters?: boolean }
  type Extracted = {
    getHeaders(reading: Reading): string
    getTextboxes(reading: Reading): string
    getBody(reading: Reading): string
  }
  // The package exports a class.
  export default class WordExtractor {
    extract(file: Buffer): Promise<Extracted>
  }
}
