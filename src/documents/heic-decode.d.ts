/** The package brings no types; these are the parts used. */
declare module 'heic-decode' {
  type Picture = { width: number; height: number; decode(): Promise<{ data: Uint8ClampedArray }> }
  const decode: { all(file: { buffer: Uint8Array }): Promise<Picture[] & { dispose(): void }> }
  export default decode
}
