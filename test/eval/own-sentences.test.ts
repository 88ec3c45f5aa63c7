import { expect, test } from 'vitest';
import { ownPassages, passageOf } from '../../eval/lib/own-sentences.ts';

test('a passage is read with where its sentences lie', () => {
  const passage = passageOf('002 list | 🙂 One.⏎‖ Two. ‖ Three.');
  expect(passage).toMatchObject({ id: '002', kind: 'list', part: 'test', text: '🙂 One.\nTwo. Three.' });
  expect(passage?.sentences.map(({ start, end }) => passage.text.slice(start, end))).toEqual([
    '🙂 One.',
    'Two.',
    'Three.',
  ]);
  expect(passageOf('nothing of the kind')).toBeNull();
});

test('every passage of the corpus has sentences without blanks at their ends', () => {
  const passages = ownPassages();
  expect(passages).toHaveLength(123);
  for (const { text, sentences } of passages)
    for (const { start, end } of sentences) {
      expect(end).toBeGreaterThan(start);
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    }
});
