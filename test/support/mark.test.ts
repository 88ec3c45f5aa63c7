import { describe, expect, test } from 'vitest';
import { cover } from '../../src/model/span.ts';
import { mark } from './mark.ts';

describe('marked text', () => {
  test('marks nest, repeat, are numbered, and count UTF-16 units', () => {
    const { text, spans } = mark('𝕏 [Orla [met]trigger Vesh]clause; \\[x\\] \\ [a]content2 [b]content.');
    expect(text).toBe('𝕏 Orla met Vesh; [x] \\ a b.');
    const covered = Object.fromEntries(
      Object.entries(spans).map(([label, list]) => [label, list.map((span) => cover(text, span))]),
    );
    expect(covered).toEqual({ trigger: ['met'], clause: ['Orla met Vesh'], content2: ['a'], content: ['b'] });
  });

  test.each(['[open', 'shut]label', '[no label] here'])('%j is refused', (source) => {
    expect(() => mark(source)).toThrow();
  });
});
