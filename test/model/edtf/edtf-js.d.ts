/** The part of edtf.js that the tests use as an oracle; it ships no types. */
declare module 'edtf' {
  /** Milliseconds since 1970-01-01T00:00Z of the first and last moment. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
