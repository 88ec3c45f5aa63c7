/** Which way the words around an expression look. */
export type Tense = 'past' | 'future' | 'none';
